"""JSON lists as the linked lists and trees that a LeetCode method's annotations ask for."""

import re

from . import nodes

_LIST_OF = re.compile(r"(?:typing\.)?[Ll]ist\[(.*)\]$")


def annotations(function):
    """Parameter name to annotation as text; whatever cannot be read counts as absent."""
    function = getattr(function, "__func__", function)
    try:
        found = function.__annotations__
    except Exception:  # evaluated late (3.14), with a name that does not exist
        found = _as_text(function)
    return {name: _text(annotation) for name, annotation in found.items()}


def converted(value, annotation, namespace):
    """The argument as the annotation wants it: `List[ListNode]` converts each element."""
    inner = _LIST_OF.match(annotation.strip())
    if inner and isinstance(value, list) and mentions_nodes(inner.group(1)):
        return [converted(item, inner.group(1), namespace) for item in value]
    if isinstance(value, list) and "ListNode" in annotation:
        return nodes.list_node(value, _class(namespace, "ListNode"))
    if isinstance(value, list) and "TreeNode" in annotation:
        return nodes.tree_node(value, _class(namespace, "TreeNode"))
    return value


def mentions_nodes(annotation):
    return "ListNode" in annotation or "TreeNode" in annotation


def _class(namespace, name):
    found = namespace.get(name)
    return found if isinstance(found, type) else nodes.TEST_NAMES[name]


def _as_text(function):
    import annotationlib
    return annotationlib.get_annotations(function, format=annotationlib.Format.STRING)


def _text(annotation):
    if isinstance(annotation, str):
        return annotation
    return annotation.__name__ if type(annotation) is type else str(annotation)
