"""A little of storm.py each time; all of it takes minutes and is run by hand."""

import random
import unittest

import storm


class Storm(unittest.TestCase):
    def setUp(self):
        self.seed = random.randrange(1 << 32)

    def test_random_frames_are_refused_or_answered(self):
        with self.subTest(seed=self.seed):
            self.assertEqual(10, sum(storm.storm_of_frames(random.Random(self.seed), 10).values()))

    def test_mutated_jobs_are_answered_and_leave_nothing(self):
        with self.subTest(seed=self.seed):
            self.assertEqual(40, sum(storm.storm_of_jobs(random.Random(self.seed), 40).values()))


if __name__ == "__main__":
    unittest.main()
