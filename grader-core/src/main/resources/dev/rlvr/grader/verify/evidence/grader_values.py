"""Linked lists and trees of the LeetCode kind as plain values: those can be compared, shown and varied."""

import contextlib
import functools

import nodes


class LinkedList(list):
    def __repr__(self):
        return "list_node(%s)" % list.__repr__(self)


class Tree(list):
    """In level order, None where a child is missing."""

    def __repr__(self):
        return "tree_node(%s)" % list.__repr__(self)


KINDS = {LinkedList: "is_same_list", Tree: "is_same_tree"}


def plain(value):
    """Raises ValueError for nodes in a circle."""
    if hasattr(value, "val") and hasattr(value, "next"):
        return LinkedList(nodes.list_values(value))
    if hasattr(value, "val") and hasattr(value, "left") and hasattr(value, "right"):
        return Tree(nodes.tree_values(value))
    if type(value) in (list, tuple):
        with contextlib.suppress(RecursionError):
            return type(value)(map(plain, value))
    return value


def built(value, module):
    """The value of which that is the plain form, with the module's classes."""
    if type(value) is LinkedList:
        return nodes.list_node(value, module.ListNode)
    if type(value) is Tree:
        return nodes.tree_node(value, module.TreeNode)
    return type(value)(built(v, module) for v in value) if type(value) in (list, tuple) else value


def helpers(module):
    """What tests of that kind take for granted."""
    if not hasattr(module, "ListNode") or not hasattr(module, "TreeNode"):
        return {}
    made = {"list_node": module.ListNode, "tree_node": module.TreeNode}
    return dict(nodes.TEST_NAMES, **{name: functools.partial(getattr(nodes, name), make=cls) for name, cls in made.items()})


def kind_of(values):
    """The kind of nodes that is among values, if any; what is missing in their place is an empty one."""
    return next((type(value) for value in values if type(value) in KINDS), None)


def completed(value, kind):
    return kind() if value is None and kind else value
