// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/snippet_parts.h"

#include "app/explorer/token_text.h"
#include "app/http/secret_names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// A character that cannot be seen, or that hides how the text really runs.
bool isInvisible(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString escapedInvisible(QChar c, LiteralRules rules)
{
    if (rules == LiteralRules::Java && c.unicode() < 0x80)
        return u"\\%1"_s.arg(c.unicode(), 3, 8, QChar(u'0'));
    return u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
}

QString valueText(const SnippetValue &value)
{
    QString text = u"a secret value"_s;
    if (isSecretName(value.name.toUtf8()))
        text = u"the value of "_s + value.name;
    else if (!value.name.isEmpty())
        text = u"a secret part of "_s + value.name;
    switch (value.place) {
    case SnippetPlace::Address:
        return text + u" in the address, percent-encoded"_s;
    case SnippetPlace::Body:
        return text + u" in the body, escaped as it has to be there"_s;
    case SnippetPlace::Parameter:
        break;
    }
    return text;
}

} // namespace

SnippetParts::SnippetParts(SnippetToken tokenSource, const SnippetRequest &request, const Secret &literal,
                           qsizetype longestBody, SnippetTyped typed)
    : source(tokenSource)
    , method(QString::fromLatin1(request.method))
    , mask(typed, request.known)
    , hasToken(request.withToken && !hasHeader(request.headers, "Authorization"))
    , hasBody(request.body && !request.body->isEmpty())
    , profile(request.profile)
    , withToken(request.withToken)
{
    headers = mask.masked(request.headers);
    for (const QByteArray &name : request.keptHeaders)
        mask.addHeader(name);
    url = mask.masked(urlOf(request).toLatin1(), SnippetPlace::Address);
    if (source == SnippetToken::Literal && hasToken)
        token = QString::fromUtf8(literal.reveal());
    tokenCommand = {u"acx"_s, u"token"_s};
    if (!profile.isEmpty())
        tokenCommand << u"--profile"_s << profile;
    if (request.kind) {
        kind = toText(*request.kind);
        tokenCommand << u"--kind"_s << kind;
    }
    if (hasBody && request.body->size() <= longestBody && request.body->isValidUtf8() && !request.body->contains('\0'))
        bodyText = mask.masked(*request.body, SnippetPlace::Body);
}

QString SnippetParts::urlOf(const SnippetRequest &request)
{
    return QString::fromLatin1(request.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment).toEncoded());
}

QString SnippetParts::bodyFile()
{
    return u"request-body"_s;
}

QString SnippetParts::tokenVariable()
{
    return u"APIC_TOKEN"_s;
}

bool SnippetParts::readsVariables() const
{
    return !mask.headerVariables().isEmpty() || !mask.values().isEmpty() ||
           (hasToken && source == SnippetToken::Environment);
}

QString SnippetParts::comments(const QString &mark, const SnippetMask &read) const
{
    QString text;
    if (hasToken && source == SnippetToken::Environment) {
        QStringList words;
        for (const QString &word : tokenCommand)
            words << shellWord(word);
        text += mark + u"The token: export %1=\"$(%2)\"\n"_s.arg(tokenVariable(), words.join(u' '));
    }
    for (const SnippetVariable &variable : read.headerVariables())
        text += mark + u"The variable %1 holds the value of the header %2.\n"_s.arg(variable.variable, variable.header);
    for (const SnippetValue &value : read.values()) {
        text += mark + u"The variable %1 holds "_s.arg(value.variable) + valueText(value) + u".\n"_s;
    }
    if (hasBody && !bodyText)
        text += mark + u"The file %1 holds the body.\n"_s.arg(bodyFile());
    return text;
}

QString shellWord(const QString &text)
{
    static constexpr std::u16string_view plain = u"%+,-./:=@_";
    const bool isPlain = !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               plain.find(c.unicode()) != std::u16string_view::npos;
    });
    return isPlain ? text : QString::fromUtf8(shellQuoted(text.toUtf8()));
}

QString shellWord(const SnippetText &text)
{
    QString word;
    for (const SnippetPiece &piece : text)
        word += piece.variable.isEmpty() ? shellWord(piece.text) : neededVariable(piece.variable);
    return word;
}

QString neededVariable(const QString &variable)
{
    return u"\"${%1:?}\""_s.arg(variable);
}

QString literal(const QString &text, LiteralRules rules)
{
    QString quoted = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += QString(u'\\') + c;
        else if (c == u'\n')
            quoted += u"\\n"_s;
        else if (c == u'\r')
            quoted += u"\\r"_s;
        else if (c == u'\t')
            quoted += u"\\t"_s;
        else if (isInvisible(c))
            quoted += escapedInvisible(c, rules);
        else
            quoted += c;
    }
    return quoted + u'"';
}

QString literalLines(const QString &text, const QString &between, LiteralRules rules)
{
    QStringList lines;
    qsizetype at = 0;
    do {
        const qsizetype end = text.indexOf(u'\n', at);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines << literal(text.sliced(at, next - at), rules);
        at = next;
    } while (at < text.size());
    return lines.join(between);
}

QString expression(const SnippetText &text, const QString &variable, const QString &between, LiteralRules rules)
{
    QStringList terms;
    for (const SnippetPiece &piece : text)
        terms << (piece.variable.isEmpty() ? literalLines(piece.text, between, rules)
                                           : variable.arg(literal(piece.variable, rules)));
    return terms.join(u" + "_s);
}

} // namespace acx
