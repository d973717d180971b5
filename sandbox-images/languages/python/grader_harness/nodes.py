"""Linked lists and trees: the classes and functions that tests of the LeetCode kind take for granted."""

import types
from collections import deque


class ListNode:
    def __init__(self, val=0, next=None):
        self.val = val
        self.next = next


class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        self.val = val
        self.left = left
        self.right = right


def is_bare(cls):
    """Whether instances are nothing but their fields, so that sending the fields sends everything."""
    return not any(isinstance(member, (types.FunctionType, property)) and not name.startswith("__")
                   for name, member in vars(cls).items())


def list_node(values, make=ListNode):
    head = None
    for value in reversed(values or ()):
        head = make(value, head)
    return head


def tree_node(values, make=TreeNode):
    """A tree from its level order, None where a child is missing."""
    if not values or values[0] is None:
        return None
    rest = iter(values)
    root = make(next(rest))
    waiting = deque([root])
    while waiting:
        parent = waiting.popleft()
        for side in ("left", "right"):
            value = next(rest, None)
            if value is not None:
                child = make(value)
                setattr(parent, side, child)
                waiting.append(child)
        if rest.__length_hint__() == 0:
            break
    return root


def is_same_list(first, second):
    while first is not None and second is not None:
        if first.val != second.val:
            return False
        first, second = first.next, second.next
    return first is None and second is None


def is_same_tree(first, second):
    pairs = [(first, second)]
    while pairs:
        one, other = pairs.pop()
        if one is None or other is None:
            if one is not other:
                return False
            continue
        if one.val != other.val:
            return False
        pairs += [(one.left, other.left), (one.right, other.right)]
    return True


def list_values(head):
    """The values of a list; raises ValueError if it runs in a circle."""
    values, seen = [], set()
    while head is not None:
        if id(head) in seen:
            raise ValueError("a linked list in a circle")
        seen.add(id(head))
        values.append(head.val)
        head = head.next
    return values


def tree_values(root):
    """The level order without the missing children at its end; raises ValueError if a node is met twice."""
    values, seen, waiting = [], set(), deque([root])
    while waiting:
        node = waiting.popleft()
        if node is None:
            values.append(None)
            continue
        if id(node) in seen:
            raise ValueError("a tree in which a node has two parents")
        seen.add(id(node))
        values.append(node.val)
        waiting += (node.left, node.right)
    while values and values[-1] is None:
        values.pop()
    return values


TEST_NAMES = {
    "ListNode": ListNode,
    "TreeNode": TreeNode,
    "list_node": list_node,
    "tree_node": tree_node,
    "is_same_list": is_same_list,
    "is_same_tree": is_same_tree,
}
