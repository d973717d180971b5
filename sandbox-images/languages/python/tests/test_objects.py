"""Classes, exceptions and modules of the candidate, as tests of object-oriented submissions use them."""

import unittest

from driver import run_tests

SOLUTION = '''
import abc, enum, dataclasses, math
LIMIT = 7
PRIMES = [2, 3, 5]

class Vector:
    dimension = 2
    def __init__(self, x, y): self.x, self.y, self._hidden = x, y, 1
    def __add__(self, other): return Vector(self.x + other.x, self.y + other.y)
    def __mul__(self, k): return Vector(self.x * k, self.y * k) if isinstance(k, (int, float)) else self.x * k.x + self.y * k.y
    __rmul__ = __mul__
    def __eq__(self, other): return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)
    def __hash__(self): return hash((self.x, self.y))
    def __repr__(self): return "Vector(%r, %r)" % (self.x, self.y)
    def __abs__(self): return math.hypot(self.x, self.y)
    def __iter__(self): return iter((self.x, self.y))
    def __len__(self): return 2
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __bool__(self): return bool(self.x or self.y)
    def __neg__(self): return Vector(-self.x, -self.y)
    def __lt__(self, other): return abs(self) < abs(other)
    @classmethod
    def unit(cls): return cls(1, 0)
    @staticmethod
    def twice(n): return 2 * n
    @property
    def norm(self): return abs(self)

class Money:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return self.n == (other.n if isinstance(other, Money) else other)
    def __gt__(self, n): return self.n > n
    def __contains__(self, n): return n == self.n

class Stack(list):
    def push(self, x): self.append(x); return self
    def peek(self): return self[-1]

class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
class Square(Shape):
    def __init__(self, side):
        if side < 0: raise NegativeSide(side)
        self.side = side
    def area(self): return self.side ** 2

class ShapeError(Exception): pass
class NegativeSide(ShapeError, ValueError):
    def __init__(self, side): super().__init__("side"); self.side = side
    def __str__(self): return "bad side %d" % self.side

class Color(enum.Enum):
    RED = 1
    BLUE = 2

@dataclasses.dataclass
class Point:
    x: int
    y: int = 0

class Account:
    count = 0
    def __init__(self): self.balance = 0; self.log = []; self.children = []; Account.count += 1
    def deposit(self, n):
        if n <= 0: raise ValueError("amount must be positive")
        self.balance += n
        return self.balance
    def on(self, callback): self.callback = callback
    def fire(self, x): return self.callback(x)
    def __enter__(self): self.log.append("in"); return self
    def __exit__(self, *e): self.log.append("out"); return False

class Tree:
    def __init__(self, v): self.v = v; self.left = None
def origin(): return Point(0, 0)
def reach(): return Color.RED
def account(): return Account()
def helper(x): return x
def uses_helper(x): return helper(x) + 1
def fails(): raise NegativeSide(-1)
def lookup(d, k): return d[k]
def loud(): print("hello"); return 1
def asks(): return int(input("n? ")) + int(input())
async def later(): return 5
'''

PASSING = (
    "v = Vector(1, 2); assert v.x == 1 and v.y == 2 and v._hidden == 1",
    "assert Vector(1, 2) + Vector(3, 4) == Vector(4, 6)",
    "assert Vector(1, 2) * 3 == Vector(3, 6) and 3 * Vector(1, 2) == Vector(3, 6)",
    "assert Vector(1, 2) * Vector(3, 4) == 11",
    "assert Vector(1, 2) != Vector(1, 3) and Vector(1, 2) != 5 and not Vector(1, 2) == 'x' and Vector(1, 2) != None",
    "assert abs(Vector(3, 4)) == 5 and len(Vector(1, 1)) == 2 and list(Vector(1, 2)) == [1, 2] and Vector(4, 5)[1] == 5",
    "assert not Vector(0, 0) and Vector(0, 1) and -Vector(1, 2) == Vector(-1, -2)",
    "assert str(Vector(1, 2)) == repr(Vector(1, 2)) == 'Vector(1, 2)'",
    "assert {Vector(1, 2), Vector(1, 2)} == {Vector(1, 2)} and Vector(1, 2) in [Vector(1, 2)]",
    "assert sorted([Vector(3, 4), Vector(1, 0)])[0] == Vector(1, 0)",
    "assert Vector.unit() == Vector(1, 0) and Vector.twice(4) == 8 and Vector.dimension == 2 and Vector(3, 4).norm == 5",
    "assert isinstance(Vector(1, 2), Vector) and type(Vector(1, 2)) is Vector and Vector.__name__ == 'Vector'",
    "assert type(Vector(1, 2)).__name__ == 'Vector'",
    "assert Money(5) == 5 and Money(5) != 6 and Money(5) == Money(5) and Money(5) > 4 and 5 in Money(5)",
    "assert hasattr(Vector(1, 2), 'x') and not hasattr(Vector(1, 2), 'z') and not hasattr(Point(1), '__len__')",
    "s = Stack(); s.push(1).push(2); assert s.peek() == 2 and len(s) == 2 and s.pop() == 2 and list(s) == [1]",
    "assert Square(3).area() == 9 and isinstance(Square(1), Shape) and issubclass(Square, Shape)",
    "import pytest\nwith pytest.raises(TypeError): Shape()",
    "import pytest\nwith pytest.raises(NegativeSide, match='bad side -1') as e: Square(-1)\nassert e.value.side == -1",
    "import pytest\nfor kind in (ValueError, ShapeError):\n    with pytest.raises(kind): fails()",
    "try: fails()\nexcept ValueError as e: assert str(e) == 'bad side -1' and type(e) is NegativeSide",
    "try: lookup({}, 'k')\nexcept KeyError as e: assert e.args == ('k',)\nelse: assert False",
    "assert Color.RED.value == 1 and Color.RED.name == 'RED' and Color(2) is Color.BLUE and Color['RED'] is Color.RED",
    "assert reach() is Color.RED and reach() == Color.RED and len(Color) == 2 and [c.name for c in Color] == ['RED', 'BLUE']",
    "assert {Color.RED: 1}[reach()] == 1",
    "assert Point(1, 2) == Point(1, 2) and Point(1) != Point(2) and origin() == Point(0, 0) and origin().x == 0",
    "a = Account(); assert a.deposit(5) == 5 and a.balance == 5; a.balance = 9; assert a.deposit(1) == 10",
    "import unittest\nwith unittest.TestCase().assertRaisesRegex(ValueError, 'positive'): Account().deposit(0)",
    "n = Account.count; Account(); assert Account.count == n + 1; Account.count = 0; assert Account.count == 0",
    "with Account() as a: a.deposit(1)\nassert a.log == ['in', 'out']",
    "a = Account(); got = []; a.on(got.append); a.fire(3); assert got == [3]",
    "a, b = Tree(1), Tree(2); a.left = b; assert a.left is b and a.left.v == 2 and b.left is None",
    "a = account(); assert a.deposit(5) == 5 and a.balance == 5",
    "import solution; assert solution.LIMIT == 7 and solution.PRIMES == [2, 3, 5] and solution.helper(1) == 1",
    "from solution import *; assert Vector(1, 2).x == 1 and helper(2) == 2",
    "import solution\nfrom unittest import mock\nwith mock.patch('solution.helper', return_value=10): assert uses_helper(1) == 11\nassert uses_helper(1) == 2",
    "from unittest.mock import patch\nwith patch('builtins.input', side_effect=['3', '4']): assert asks() == 7",
    "from unittest.mock import patch\nwith patch('builtins.print') as p: loud()\np.assert_called_once_with('hello')",
    "import io, contextlib\nout = io.StringIO()\nwith contextlib.redirect_stdout(out): loud()\nassert out.getvalue() == 'hello\\n'",
    "import io, sys\nsys.stdin = io.StringIO('1\\n2\\n'); assert asks() == 3",
    "from unittest.mock import Mock\nm = Mock(return_value=3); a = Account(); a.on(m); assert a.fire(1) == 3; m.assert_called_once_with(1)",
    "import asyncio; assert asyncio.run(later()) == 5",
    "assert helper.__name__ == 'helper' and callable(helper)",
)

NAMES = "LIMIT PRIMES Vector Money Stack Shape Square ShapeError NegativeSide Color Point Account Tree origin reach account helper " \
        "uses_helper fails lookup loud asks later".split()


class Objects(unittest.TestCase):
    def test_behave_as_in_one_process(self):
        for tests in PASSING:
            with self.subTest(tests):
                outcome = run_tests(SOLUTION, tests, entry_points=NAMES)
                self.assertEqual(outcome.report, {"result": "pass"}, outcome.err)

    def test_may_be_imported_under_any_of_the_names_given(self):
        for tests in ("from main import helper\nassert helper(1) == 1", "import main\nassert main.LIMIT == 7"):
            self.assertEqual(run_tests(SOLUTION, tests, modules=["solution", "main"]).report, {"result": "pass"})


if __name__ == "__main__":
    unittest.main()
