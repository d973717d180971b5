# What LeetCode imports before a solution. The star imports end in builtins, so that `pow`, `abs` and the like are Python's own.
import bisect
import collections
import copy
import datetime
import functools
import heapq
import itertools
import math
import operator
import random
import re
import string
import typing
from typing import *
from math import *
from operator import *
from collections import *
from itertools import *
from functools import *
from heapq import *
from bisect import *
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits
from copy import deepcopy
from random import choice, randint
from builtins import abs, pow


class ListNode:
    def __init__(self, val=0, next=None):
        self.val = val
        self.next = next


class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        self.val = val
        self.left = left
        self.right = right
