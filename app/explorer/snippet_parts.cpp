// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/snippet_parts.h"

#include "app/explorer/token_text.h"
#include "app/http/redactor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// X-IBM-Client-Secret: X_IBM_CLIENT_SECRET, or with a number where that is taken.
QString variableFor(const QByteArray &header, const QList<SnippetVariable> &taken)
{
    QString name;
    const QByteArray upper = header.toUpper();
    for (const char c : upper)
        name += (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? QChar(QLatin1Char(c)) : QChar(u'_');
    if (name.isEmpty() || name.at(0).isDigit())
        name.prepend(u'_');
    const auto isTaken = [&taken](const QString &wanted) {
        return wanted == SnippetParts::tokenVariable() ||
               std::any_of(taken.cbegin(), taken.cend(),
                           [&wanted](const SnippetVariable &other) { return other.variable == wanted; });
    };
    QString unique = name;
    for (int number = 2; isTaken(unique); ++number)
        unique = name + u'_' + QString::number(number);
    return unique;
}

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

} // namespace

SnippetParts::SnippetParts(SnippetToken tokenSource, const SnippetRequest &request, const Secret &literal,
                           qsizetype longestBody)
    : source(tokenSource)
    , method(QString::fromLatin1(request.method))
    , url(QString::fromLatin1(request.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment).toEncoded()))
    , hasToken(request.withToken && !hasHeader(request.headers, "Authorization"))
    , hasBody(request.body && !request.body->isEmpty())
    , profile(request.profile)
    , withToken(request.withToken)
{
    for (const HttpHeader &header : request.headers) {
        if (Redactor::isSecretHeader(header.name))
            variables.append({QString::fromLatin1(header.name), variableFor(header.name, variables)});
        else
            headers.append(header);
    }
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
        bodyText = QString::fromUtf8(*request.body);
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
    return !variables.isEmpty() || (hasToken && source == SnippetToken::Environment);
}

QString SnippetParts::comments(const QString &mark) const
{
    QString text;
    if (hasToken && source == SnippetToken::Environment) {
        QStringList words;
        for (const QString &word : tokenCommand)
            words << shellWord(word);
        text += mark + u"The token: export %1=\"$(%2)\"\n"_s.arg(tokenVariable(), words.join(u' '));
    }
    for (const SnippetVariable &variable : variables)
        text += mark + u"The variable %1 holds the value of the header %2.\n"_s.arg(variable.variable, variable.header);
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

} // namespace acx
