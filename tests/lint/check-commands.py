"""Every command of waymark-cli is in its manual page, in the completion and in tools/run, and its help
has an example. Arguments: the program, the source folder."""
import pathlib
import re
import subprocess
import sys

program, root = sys.argv[1], pathlib.Path(sys.argv[2])


def helps(*words):
    return subprocess.run([program, *words, '--help'], capture_output=True, text=True, check=True,
                          env={'LC_ALL': 'C.UTF-8', 'ASAN_OPTIONS': 'detect_leaks=0'}).stdout


commands = [m[1].strip() for m in re.finditer(r'^  ([a-z-]+(?: [a-z][a-z-]*){0,2}) .*$',
                                              helps().split('Commands:')[1].split('Example')[0], re.M)]
assert len(commands) >= 20, commands
manual = (root / 'data' / 'waymark-cli.1').read_text().replace('\\-', '-')
completion = (root / 'data' / 'waymark.bash').read_text()
run = (root / 'tools' / 'run').read_text()
missing = []
for command in commands:
    text = helps(*command.split())
    if 'Examples:' not in text or f'waymark-cli {command}' not in text.split('Examples:')[1]:
        missing.append(f'{command}: no example in --help')
    if not re.search(r'\b' + command.replace(' ', r'["\s]+') + r'\b', manual):
        missing.append(f'{command}: not in waymark-cli.1')
    for word in command.split():
        if not re.search(rf'\b{word}\b', completion):
            missing.append(f'{command}: {word} not in waymark.bash')
    if not re.search(rf'\b{command.split()[0]}\b', run):
        missing.append(f'{command}: not in tools/run')
    for option in re.findall(r'(--[a-z-]+)', text.split('Options:')[1].split('Examples')[0]):
        for place, name in ((manual, 'waymark-cli.1'), (completion, 'waymark.bash')):
            if option not in place:
                missing.append(f'{command} {option}: not in {name}')
print('\n'.join(missing) or f'{len(commands)} commands are documented')
sys.exit(1 if missing else 0)
