"""Every language folder is complete. What `language.yaml` means is checked by its reader, in Java."""

import re
import subprocess
import unittest
from pathlib import Path

LANGUAGES = Path(__file__).resolve().parent.parent
SUBJECTS = {
    "hello",
    "echo",
    "exit_code",
    "uncaught",
    "compile_error",
    "cpu_loop",
    "sleep",
    "allocate",
    "recursion",
    "flood",
    "threads",
    "utf8",
    "network",
    "look_around",
}


def folders():
    return sorted(file.parent for file in LANGUAGES.glob("*/language.yaml"))


def text_of(folder):
    return (folder / "language.yaml").read_text(encoding="utf-8")


def scalar(text, field):
    found = re.search(rf"^{field}: (.*)$", text, re.MULTILINE)
    return found.group(1) if found else None


def words(text, field):
    """The words of all lists `field: [a, "b"]`, those of the variants too."""
    lists = re.findall(rf"^ *{field}: \[(.*)\]$", text, re.MULTILINE)
    return [word.strip(' "') for line in lists for word in line.split(",") if word.strip()]


def lacking(text):
    """The subjects below `lacks:`, each with the comment that says why."""
    block = re.search(r"^lacks:\n((?: +- .*\n?)+)", text, re.MULTILINE)
    return dict(re.findall(r"^ +- (\w+) *(?:# *(.*))?$", block.group(1), re.MULTILINE)) if block else {}


class ContentTest(unittest.TestCase):
    def each(self):
        for folder in folders():
            with self.subTest(language=folder.name):
                yield folder, text_of(folder)

    def test_there_are_at_least_24_languages(self):
        self.assertGreaterEqual(len(folders()), 24)

    def test_a_language_is_named_like_its_folder(self):
        for folder, text in self.each():
            self.assertEqual(folder.name, scalar(text, "name"))
            self.assertRegex(folder.name, r"^[a-z][a-z0-9-]*$")

    def test_every_subject_has_one_program_or_a_reason_why_not(self):
        for folder, text in self.each():
            programs = [file.stem for file in (folder / "conformance").iterdir()]
            lacks = lacking(text)
            self.assertEqual(sorted(SUBJECTS - set(lacks)), sorted(programs))
            self.assertTrue(set(lacks) <= SUBJECTS, lacks)
            self.assertTrue(all(lacks.values()), "every entry of `lacks` needs a comment that says why")

    def test_all_programs_of_a_language_have_the_same_extension(self):
        for folder, text in self.each():
            extensions = {file.suffix for file in (folder / "conformance").iterdir()}
            self.assertEqual(1, len(extensions))
            self.assertIn(extensions.pop(), scalar(text, "source"))

    def test_no_two_languages_share_a_name(self):
        owners = {}
        for folder, text in self.each():
            variants = re.findall(r"^  ([a-z][a-z0-9-]*):$", text.partition("\nvariants:\n")[2], re.MULTILINE)
            for name in {folder.name, *variants, *words(text, "aliases")}:
                self.assertEqual(folder.name, owners.setdefault(name, folder.name), name)

    def test_no_two_languages_share_a_fence(self):
        owners = {}
        for folder, text in self.each():
            for fence in {folder.name, *words(text, "fences"), *words(text, "aliases")}:
                self.assertEqual(folder.name, owners.setdefault(fence, folder.name), fence)

    def test_prepare_scripts_are_named_and_can_be_read_by_a_shell(self):
        for folder, text in self.each():
            scripts = sorted(file.name for file in folder.glob("*.sh"))
            self.assertEqual(scalar(text, "prepare") is not None, "prepare.sh" in scripts)
            for script in scripts:
                subprocess.run(["sh", "-n", folder / script], check=True)

    def test_what_is_used_of_the_prepared_folder_is_prepared(self):
        for folder, text in self.each():
            for name in re.findall(r"\{prepared\}/([\w.+-]+)", text):
                stem = re.sub(r"\d+$", "", name.split(".")[0])
                self.assertIn(stem, (folder / "prepare.sh").read_text(encoding="utf-8"), name)


if __name__ == "__main__":
    unittest.main()
