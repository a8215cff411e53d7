// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/body_diff.h"

#include "app/base/deliver.h"
#include "app/json/sequence_match.h"

#include <algorithm>
#include <memory>

namespace acx {

namespace {

constexpr qsizetype mostLines = 10'000;
constexpr qsizetype longestLine = 4096; // characters
constexpr qsizetype context = 3;        // lines

using Kind = DiffLine::Kind;
using Lines = QList<QByteArray>;

Result<JsonIndexed> indexOf(const QByteArray &text, const std::function<bool()> &goOn)
{
    JsonIndexOptions options;
    if (goOn)
        options.goOn = [goOn](qint64) { return goOn(); };
    const auto owner = std::make_shared<const QByteArray>(text);
    return JsonIndex::build(*owner, owner, options);
}

Lines linesOf(const QByteArray &text)
{
    Lines lines = text.split('\n');
    if (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    return lines;
}

DiffLine lineOf(Kind kind, const QByteArray &text)
{
    return {kind, QString::fromUtf8(text).left(longestLine)};
}

/// Which lines are alike: the longest common sequence, or, if both have little in common, those at the same place.
QList<QPair<qsizetype, qsizetype>> commonLines(const Lines &before, const Lines &after)
{
    const auto isEqual = [&](qsizetype x, qsizetype y) { return before.at(x) == after.at(y); };
    if (auto common = matchSequences(before.size(), after.size(), isEqual))
        return *std::move(common);
    QList<QPair<qsizetype, qsizetype>> common;
    for (qsizetype at = 0; at < std::min(before.size(), after.size()); ++at) {
        if (isEqual(at, at))
            common.append({at, at});
    }
    return common;
}

/// Leaves of the equal lines those next to a difference.
QList<DiffLine> shortened(const QList<DiffLine> &lines)
{
    QList<DiffLine> shown;
    for (qsizetype at = 0; at < lines.size();) {
        qsizetype end = at;
        while (end < lines.size() && lines.at(end).kind == Kind::Same)
            ++end;
        const qsizetype head = at == 0 ? 0 : context;
        const qsizetype tail = end == lines.size() ? 0 : context;
        if (end - at > head + tail + 1) {
            shown += lines.sliced(at, head);
            shown += DiffLine{Kind::Left, QString::number(end - at - head - tail)};
            shown += lines.sliced(end - tail, tail);
        } else {
            shown += lines.sliced(at, end - at);
        }
        at = end;
        for (; at < lines.size() && lines.at(at).kind != Kind::Same; ++at)
            shown += lines.at(at);
    }
    return shown;
}

void compareLines(const Lines &before, const Lines &after, BodyDiff &diff)
{
    QList<DiffLine> lines;
    qsizetype x = 0;
    qsizetype y = 0;
    const auto until = [&](qsizetype oldEnd, qsizetype newEnd) {
        for (; x < oldEnd; ++x)
            lines += lineOf(Kind::Removed, before.at(x));
        for (; y < newEnd; ++y)
            lines += lineOf(Kind::Added, after.at(y));
    };
    const auto common = commonLines(before, after);
    for (const auto &[oldLine, newLine] : common) {
        until(oldLine, newLine);
        lines += lineOf(Kind::Same, before.at(oldLine));
        ++x;
        ++y;
    }
    until(before.size(), after.size());
    diff.lines = shortened(lines);
    diff.isWhole = diff.lines.size() <= mostLines;
    if (!diff.isWhole)
        diff.lines.resize(mostLines);
}

} // namespace

Result<BodyDiff> compareBodies(const QByteArray &before, const QByteArray &after, const std::function<bool()> &goOn)
{
    BodyDiff result;
    const Result<JsonIndexed> old = indexOf(before, goOn);
    const Result<JsonIndexed> now = indexOf(after, goOn);
    if (!old || !now)
        return fail(cancelledError());
    if (*old && *now) {
        JsonDiffOptions options;
        options.goOn = goOn;
        Result<JsonDiff> json = diff(***old, ***now, options);
        if (!json)
            return fail(json.error());
        result.isJson = true;
        result.json = *std::move(json);
        result.isEqual = result.json.differences.isEmpty();
        result.isWhole = result.json.isWhole;
        return result;
    }
    result.isEqual = before == after;
    if (!result.isEqual)
        compareLines(linesOf(before), linesOf(after), result);
    return result;
}

} // namespace acx
