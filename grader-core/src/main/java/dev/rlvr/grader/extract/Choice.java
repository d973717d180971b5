package dev.rlvr.grader.extract;

import dev.rlvr.grader.extract.Target.Completeness;
import dev.rlvr.grader.model.FenceChoice;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides which of several fragments of equal standing is the answer: of the most complete ones the last (or first),
 * together with those that define what it lacks; or all in order, if only together they are complete.
 */
record Choice(Target target, FenceChoice order, String joinedRule) {

    Optional<Fragment> among(List<Fragment> fragments) {
        var most = fragments.stream().map(Fragment::completeness).max(Comparator.naturalOrder());
        if (most.isEmpty()) {
            return Optional.empty();
        }
        if (most.get() != Completeness.ALL && fragments.size() > 1) {
            var all = joined(fragments);
            if (all.completeness().above(most.get())) {
                return Optional.of(all);
            }
        }
        var best = fragments.stream()
                .filter(fragment -> fragment.completeness() == most.get())
                .toList();
        return Optional.of(withWhatItLacks(order == FenceChoice.LAST ? best.getLast() : best.getFirst(), fragments));
    }

    private Fragment withWhatItLacks(Fragment chosen, List<Fragment> fragments) {
        var providers = providers(fragments);
        var parts = new TreeSet<Integer>();
        var open = new ArrayDeque<Integer>();
        open.add(fragments.indexOf(chosen));
        while (!open.isEmpty()) {
            var index = open.remove();
            if (parts.add(index)) {
                var lacking = fragments.get(index).names().lacking(providers.keySet());
                lacking.forEach(name -> open.add(providers.getOrDefault(name, index)));
            }
        }
        return parts.size() == 1
                ? chosen
                : joined(parts.stream().map(fragments::get).toList());
    }

    /** Where each shared name is defined last. */
    private static Map<String, Integer> providers(List<Fragment> fragments) {
        var providers = new HashMap<String, Integer>();
        for (var i = 0; i < fragments.size(); i++) {
            for (var name : fragments.get(i).names().offered()) {
                providers.put(name, i);
            }
        }
        return providers;
    }

    private Fragment joined(List<Fragment> parts) {
        var code = parts.stream().map(Fragment::code).collect(Collectors.joining("\n\n\n"));
        return Fragment.of(code, joinedRule, target);
    }
}
