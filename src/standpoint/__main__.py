"""`python -m standpoint` is the program `standpoint`: words of a command line come in, an exit status goes out."""

from standpoint.cli.app import main

main()
