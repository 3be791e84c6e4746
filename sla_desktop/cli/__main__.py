"""python -m sla_desktop.cli"""

from sla_desktop.cli import main

main()
