"""The module that test code imports in place of the candidate's: every name in it is a stand-in."""

import types

from . import proxies


class CandidateModule(types.ModuleType):
    """`exported` maps each name of the candidate to its nature; `starred` are the names of `import *`."""

    def __init__(self, name, peer, exported, starred):
        super().__init__(name)
        self.__dict__.update(_peer=peer, _exported=exported, _functions={}, __all__=sorted(starred))

    def __getattr__(self, name):
        nature = self._exported.get(name)
        if nature is None or nature == "module":
            raise AttributeError("module %r has no attribute %r" % (self.__name__, name))
        if nature != "function":
            return self._peer.get(None, name)
        function = self._functions.get(name)
        if function is None:
            function = self._functions[name] = proxies.RemoteFunction(self._peer, name)
        return function

    def __setattr__(self, name, value):
        """As `unittest.mock.patch` does it: the candidate's own calls meet the replacement too."""
        if name.startswith("__") and name.endswith("__"):
            return super().__setattr__(name, value)
        if type(value) is proxies.RemoteFunction and value is self._functions.get(name):
            self._exported[name] = "function"
            return self._peer.request("restore", None, name)
        self._exported.setdefault(name, "value")
        self._peer.set(None, name, value)
        self._exported[name] = "value"

    def __delattr__(self, name):
        self._peer.delete(None, name)
        self._exported.pop(name, None)

    def __dir__(self):
        return sorted(name for name, nature in self._exported.items() if nature != "module")
