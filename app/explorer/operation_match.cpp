// SPDX-License-Identifier: GPL-3.0-or-later
// Which operation a URL calls.
#include "app/explorer/links.h"

#include <algorithm>
#include <compare>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString decoded(const QByteArray &text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

/// A piece of a path template's segment: a literal, or a parameter's name.
struct Piece
{
    QString text;
    bool isParameter = false;
};

/// "{org}.{catalog}" is a parameter, a literal and a parameter.
QList<Piece> piecesOf(const QString &segment)
{
    QList<Piece> pieces;
    qsizetype at = 0;
    while (at < segment.size()) {
        const qsizetype open = segment.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : segment.indexOf(u'}', open);
        if (close < 0) {
            pieces.append({segment.mid(at), false});
            break;
        }
        if (open > at)
            pieces.append({segment.mid(at, open - at), false});
        pieces.append({segment.mid(open + 1, close - open - 1), true});
        at = close + 1;
    }
    return pieces;
}

/// A parameter ends where the literal after it stands for the last time, so that name:1.0 is split before the version.
bool matchSegment(const QString &segment, const QByteArray &encoded, QList<NamedValue> &values)
{
    const QList<Piece> pieces = piecesOf(segment);
    const QString given = decoded(encoded);
    if (given.contains(QChar::ReplacementCharacter))
        return false;
    qsizetype end = given.size();
    QList<NamedValue> found;
    for (qsizetype i = pieces.size() - 1; i >= 0; --i) {
        const Piece &piece = pieces.at(i);
        if (!piece.isParameter) {
            if (end < piece.text.size() ||
                QStringView(given).mid(end - piece.text.size(), piece.text.size()) != piece.text)
                return false;
            end -= piece.text.size();
            continue;
        }
        qsizetype begin = 0;
        if (i > 0) {
            const QString &before = pieces.at(i - 1).text;
            const qsizetype last = QStringView(given).left(end).lastIndexOf(before);
            if (pieces.at(i - 1).isParameter || last < 0)
                return false;
            begin = last + before.size();
        }
        if (begin >= end)
            return false;
        found.prepend({piece.text, given.mid(begin, end - begin)});
        end = begin;
    }
    if (end != 0)
        return false;
    values += found;
    return true;
}

/// How literal each segment is, from the left; a bare parameter is the least.
struct Candidate
{
    qsizetype index = 0;
    QList<qsizetype> weights;
    bool sameEnd = false; ///< both or neither with a final slash
    QList<NamedValue> values;
};

qsizetype weightOf(const QString &segment)
{
    qsizetype letters = 0;
    bool bare = false;
    const QList<Piece> pieces = piecesOf(segment);
    for (const Piece &piece : pieces) {
        bare = bare || piece.isParameter;
        letters += piece.isParameter ? 0 : piece.text.size();
    }
    return bare ? letters : letters + 100'000; // a whole literal is more than any mixture
}

bool isBetter(const Candidate &left, const Candidate &right)
{
    if (left.weights != right.weights)
        return std::lexicographical_compare(right.weights.cbegin(), right.weights.cend(), left.weights.cbegin(),
                                            left.weights.cend());
    if (left.sameEnd != right.sameEnd)
        return left.sameEnd;
    return left.index < right.index;
}

std::optional<Candidate> matchPath(const OperationEntry &entry, const QByteArrayList &segments, bool finalSlash)
{
    QStringList wanted = entry.path.section(u'?', 0, 0).split(u'/');
    const bool endsOpen = wanted.size() > 1 && wanted.constLast().isEmpty();
    if (endsOpen)
        wanted.removeLast();
    if (wanted.size() != segments.size())
        return std::nullopt;
    Candidate candidate;
    candidate.sameEnd = endsOpen == finalSlash;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (!matchSegment(wanted.at(i), segments.at(i), candidate.values))
            return std::nullopt;
        candidate.weights.append(weightOf(wanted.at(i)));
    }
    return candidate;
}

const OperationParameter *matchedParameter(const Operation &operation, const QString &name, ParameterPlace place)
{
    const auto found =
        std::find_if(operation.parameters.cbegin(), operation.parameters.cend(),
                     [&](const OperationParameter &one) { return one.name == name && one.place == place; });
    return found == operation.parameters.cend() ? nullptr : &*found;
}

/// With its place where the operation has the name twice.
QString nameFor(const Operation &operation, const OperationParameter &parameter)
{
    const auto count = std::count_if(operation.parameters.cbegin(), operation.parameters.cend(),
                                     [&](const OperationParameter &one) { return one.name == parameter.name; });
    return count > 1 ? toText(parameter.place) + u':' + parameter.name : parameter.name;
}

/// False where the operation does not know a name, or takes one value of it only.
bool takeQuery(const Operation &operation, const QByteArray &query, QList<NamedValue> &values)
{
    QStringList seen;
    for (const QByteArray &pair : query.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const auto plain = [](QByteArray text) { return decoded(text.replace('+', ' ')); };
        const OperationParameter *parameter =
            matchedParameter(operation, plain(equals < 0 ? pair : pair.left(equals)), ParameterPlace::Query);
        if (!parameter || equals < 0 || (seen.contains(parameter->name) && parameter->type != "array"_L1))
            return false;
        seen.append(parameter->name);
        const QByteArray value = pair.mid(equals + 1);
        const bool isList = parameter->type == "array"_L1 && !parameter->exploded;
        for (const QByteArray &item : isList ? value.split(',') : QByteArrayList{value})
            values.append({nameFor(operation, *parameter), plain(item)});
    }
    return true;
}

std::optional<OperationMatch> complete(const OperationCatalog &catalog, const Candidate &candidate,
                                       const QByteArray &query)
{
    const Result<Operation> operation = OperationCatalog::read(catalog.operations().at(candidate.index));
    if (!operation || !operation->base.isEmpty())
        return std::nullopt;
    OperationMatch match;
    match.index = candidate.index;
    for (const NamedValue &value : candidate.values) {
        const OperationParameter *parameter = matchedParameter(*operation, value.name, ParameterPlace::Path);
        // One of these would make another path of it; a name that is not described cannot be filled in.
        if (!parameter || value.value == "."_L1 || value.value == ".."_L1)
            return std::nullopt;
        match.values.append({nameFor(*operation, *parameter), value.value});
    }
    return takeQuery(*operation, query, match.values) ? std::optional(match) : std::nullopt;
}

} // namespace

std::optional<OperationMatch> matchOperation(const OperationCatalog &catalog, const QByteArray &method,
                                             const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    QByteArrayList segments = (mark < 0 ? target : target.left(mark)).split('/');
    const bool finalSlash = segments.size() > 1 && segments.constLast().isEmpty();
    if (finalSlash)
        segments.removeLast();
    QList<Candidate> candidates;
    for (qsizetype i = 0; i < catalog.operations().size(); ++i) {
        const OperationEntry &entry = catalog.operations().at(i);
        if (entry.method != method)
            continue;
        if (std::optional<Candidate> candidate = matchPath(entry, segments, finalSlash)) {
            candidate->index = i;
            candidates.append(*candidate);
        }
    }
    std::sort(candidates.begin(), candidates.end(), isBetter);
    for (const Candidate &candidate : std::as_const(candidates)) {
        if (std::optional<OperationMatch> match =
                complete(catalog, candidate, mark < 0 ? QByteArray() : target.mid(mark + 1)))
            return match;
    }
    return std::nullopt;
}

} // namespace acx
