#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the Qt Linguist files of a folder: check_translations.py FOLDER

A new English sentence may wait for its translation (unfinished), but only a few may, and what is translated must
keep the placeholders of its source: a missing %1 would drop a host name or a file name from a message.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

LEAST_FINISHED_PERCENT = 90
DROPPED = {"obsolete", "vanished"}
PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|Ln|n)")


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text))


def forms(translation):
    numerus = translation.findall("numerusform")
    return ["".join(form.itertext()) for form in numerus] or ["".join(translation.itertext())]


def problems_of_message(source, texts):
    for text in texts:
        if not text.strip():
            yield "is empty"
        elif placeholders(text) != placeholders(source):
            yield f"has other placeholders: {text!r}"


def problems_of_file(path):
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        yield f"is not well-formed XML: {error}"
        return
    if root.get("language", "en").startswith("en"):
        return
    count = finished = 0
    for context in root.iter("context"):
        for message in context.iter("message"):
            source, translation = message.findtext("source", ""), message.find("translation")
            kind = "unfinished" if translation is None else translation.get("type")
            if kind in DROPPED:
                continue
            count += 1
            if kind == "unfinished":
                continue
            finished += 1
            for problem in problems_of_message(source, forms(translation)):
                yield f"{context.findtext('name')}: the translation of {source!r} {problem}"
    if count == 0:
        yield "has no messages"
    elif finished * 100 < count * LEAST_FINISHED_PERCENT:
        yield f"has only {finished} of {count} messages finished, at least {LEAST_FINISHED_PERCENT} % are needed"


def main():
    files = sorted(pathlib.Path(sys.argv[1]).glob("*.ts"))
    problems = [f"{path.name}: {problem}" for path in files for problem in problems_of_file(path)]
    if not files:
        problems.append(f"no .ts file in {sys.argv[1]}")
    print("\n".join(problems) or f"{len(files)} files are in order")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
