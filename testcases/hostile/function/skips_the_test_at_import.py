# A05 | * | RE | a skipped test is not a passed one
import unittest

raise unittest.SkipTest('not today')
