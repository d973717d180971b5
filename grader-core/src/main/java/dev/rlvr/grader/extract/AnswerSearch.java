package dev.rlvr.grader.extract;

import dev.rlvr.grader.extract.Target.Completeness;
import dev.rlvr.grader.extract.text.AnswerRegion;
import dev.rlvr.grader.extract.text.FenceLabel.Language;
import dev.rlvr.grader.extract.text.FenceLabel.Unlabelled;
import dev.rlvr.grader.extract.text.FencedBlock;
import dev.rlvr.grader.extract.text.FencedBlock.How;
import dev.rlvr.grader.extract.text.Fences;
import dev.rlvr.grader.extract.text.Lines;
import dev.rlvr.grader.model.FenceChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for the answer in one region: in its fenced blocks first, then in its bare text. */
record AnswerSearch(Target target, FenceChoice order) {

    Optional<Answer> in(AnswerRegion region) {
        var text = region.text();
        return inFences(text).or(() -> inRawText(text)).map(answer -> answer.within(region));
    }

    private Optional<Answer> inFences(String text) {
        var labelled = new ArrayList<Fragment>();
        var unlabelled = new ArrayList<Fragment>();
        for (var block : blocks(text)) {
            var isWanted = target.wants(block.label());
            if (isWanted) {
                add(labelled, block, rule(block));
            } else if (block.label() instanceof Unlabelled && target.shape().looksLikeCode(block.content())) {
                add(unlabelled, block, "fence:unlabelled");
            }
        }
        return chosen(labelled, unlabelled);
    }

    /** With the code in front of a first fence that only closes: the prompt had opened it. */
    private List<FencedBlock> blocks(String text) {
        var before = Fences.beforeClosingFence(text);
        if (before.isBlank()
                || !(target.shape().isAllCode(before) || continues(before).isPresent())) {
            return Fences.in(text);
        }
        var unopened = new FencedBlock(new Language(target.language()), before, How.UNOPENED);
        var rest = text.substring(Math.min(text.length(), Lines.end(text, before.length()) + 1));
        return Stream.concat(Stream.of(unopened), Fences.in(rest).stream()).toList();
    }

    private String rule(FencedBlock block) {
        return switch (block.how()) {
            case CLOSED -> order == FenceChoice.LAST ? "fence:last" : "fence:first";
            case UNCLOSED -> "fence:unclosed";
            case UNOPENED -> "fence:unopened";
        };
    }

    private void add(List<Fragment> fragments, FencedBlock block, String rule) {
        var fragment = Fragment.of(block.content(), rule, target);
        if (!fragment.code().isBlank()) {
            fragments.add(fragment);
        }
    }

    private Optional<Answer> chosen(List<Fragment> labelled, List<Fragment> unlabelled) {
        var choice = new Choice(target, order, "fence:joined");
        var first = choice.among(labelled);
        var second = choice.among(unlabelled);
        var best =
                second.isPresent() && completeness(second).above(completeness(first)) ? second : first.or(() -> second);
        if (completeness(best) == Completeness.ALL) {
            return best.map(Answer::standingAlone);
        }
        return continuation(labelled).or(() -> continuation(unlabelled)).or(() -> best.map(Answer::standingAlone));
    }

    private static Completeness completeness(Optional<Fragment> fragment) {
        return fragment.map(Fragment::completeness).orElse(Completeness.NONE);
    }

    private Optional<Answer> continuation(List<Fragment> fragments) {
        var inOrder = order == FenceChoice.LAST ? fragments.reversed() : fragments;
        return inOrder.stream()
                .flatMap(fragment ->
                        damaged(fragment.content()).map(code -> Answer.continuing(code, fragment.rule())).stream())
                .findFirst();
    }

    private Optional<Answer> inRawText(String text) {
        var continuation = continues(text);
        if (continuation.isPresent()) {
            return continuation.map(code -> Answer.continuing(code, "raw"));
        }
        var pieces = fromPieces(text);
        return pieces.filter(Answer::complete)
                .or(() -> damaged(text).map(code -> Answer.continuing(code, "raw")))
                .or(() -> pieces);
    }

    /** A text that is code as a whole is taken as it is; out of prose, only what holds something of what is looked for. */
    private Optional<Answer> fromPieces(String text) {
        if (target.shape().isAllCode(text)) {
            return Optional.of(Fragment.of(text, "raw", target)).map(Answer::standingAlone);
        }
        var pieces = target.shape().pieces(text).stream()
                .map(piece -> Fragment.of(piece, "raw:trimmed", target))
                .toList();
        return new Choice(target, order, "raw:joined")
                .among(pieces)
                .filter(piece -> piece.completeness() != Completeness.NONE)
                .map(Answer::standingAlone);
    }

    private Optional<String> continues(String text) {
        return target.prompt().isOpen() ? Continuation.indented(text, target) : Optional.empty();
    }

    private Optional<String> damaged(String text) {
        return target.prompt().isOpen() ? Continuation.damaged(text, target) : Optional.empty();
    }
}
