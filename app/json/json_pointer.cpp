// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_pointer.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

using Node = JsonIndex::Node;

tl::unexpected<Error> wrongPointer(const QString &sentence)
{
    return fail(
        ErrorKind::InvalidInput, sentence,
        QCoreApplication::translate(
            "acx", "A JSON Pointer is empty or begins with /; ~0 stands for ~ and ~1 for /, as in /paths/~1v1."));
}

Result<QString> unescaped(const QString &token)
{
    for (qsizetype at = token.indexOf(u'~'); at >= 0; at = token.indexOf(u'~', at + 1)) {
        const QChar next = at + 1 < token.size() ? token.at(at + 1) : QChar();
        if (next != u'0' && next != u'1')
            return wrongPointer(
                QCoreApplication::translate("acx", "In the JSON Pointer a ~ is followed by neither 0 nor 1."));
    }
    return QString(token).replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
}

/// Array indexes have no sign and no leading zero.
std::optional<quint32> arrayIndex(const QString &token)
{
    const bool isDigits =
        !token.isEmpty() && std::all_of(token.cbegin(), token.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const quint32 index = token.toUInt(&fits);
    return isDigits && fits && (token.size() == 1 || token.at(0) != u'0') ? std::optional(index) : std::nullopt;
}

Node step(const JsonIndex &index, Node node, const QString &token)
{
    if (index.type(node) == JsonIndex::Type::Object)
        return index.member(node, token);
    const std::optional<quint32> position = arrayIndex(token);
    if (index.type(node) != JsonIndex::Type::Array || !position || *position >= index.childCount(node))
        return JsonIndex::none;
    return index.child(node, *position);
}

} // namespace

QString pointerStep(const QString &name)
{
    return QString(name).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

Result<Node> findPointer(const JsonIndex &index, const QString &pointer)
{
    if (pointer.isEmpty())
        return index.root();
    if (!pointer.startsWith(u'/'))
        return wrongPointer(QCoreApplication::translate("acx", "The JSON Pointer does not begin with /."));
    Node node = index.root();
    qsizetype at = 0;
    while (at < pointer.size()) {
        qsizetype end = pointer.indexOf(u'/', at + 1);
        if (end < 0)
            end = pointer.size();
        const Result<QString> token = unescaped(pointer.sliced(at + 1, end - at - 1));
        if (!token)
            return fail(token.error());
        const Node next = step(index, node, *token);
        if (next == JsonIndex::none)
            return fail(ErrorKind::NotFound,
                        QCoreApplication::translate("acx", "The document has no value at %1.").arg(pointer),
                        at == 0 ? QString()
                                : QCoreApplication::translate("acx", "It has one at %1.").arg(pointer.first(at)));
        node = next;
        at = end;
    }
    return node;
}

QString pointerTo(const JsonIndex &index, Node node)
{
    QStringList tokens;
    for (; index.parent(node) != JsonIndex::none; node = index.parent(node))
        tokens << (index.hasKey(node) ? pointerStep(index.key(node)) : QString::number(index.indexInParent(node)));
    QString pointer;
    for (auto token = tokens.crbegin(); token != tokens.crend(); ++token)
        pointer += u'/' + *token;
    return pointer;
}

} // namespace acx
