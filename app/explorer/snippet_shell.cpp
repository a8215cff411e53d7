// SPDX-License-Identifier: GPL-3.0-or-later
// Snippets that are commands: curl, HTTPie and acx.
#include "app/explorer/snippet_parts.h"
#include "app/explorer/token_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

QString joined(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted << shellWord(word);
    return quoted.join(u' ');
}

/// Commands that print the secret header lines. printf is part of the shell: what it prints is on no command line.
QStringList secretHeaderLines(const SnippetParts &parts)
{
    QStringList commands;
    if (parts.hasToken && parts.source == SnippetToken::Command)
        commands << joined(parts.tokenCommand + QStringList{u"--format"_s, u"header"_s});
    if (parts.hasToken && parts.source == SnippetToken::Environment)
        commands << u"printf 'Authorization: Bearer %s\\n' "_s + neededVariable(parts.tokenVariable());
    if (parts.hasToken && parts.source == SnippetToken::Literal)
        commands << u"printf 'Authorization: Bearer %s\\n' "_s + shellWord(parts.token);
    for (const SnippetVariable &secret : parts.mask.headerVariables())
        commands << u"printf '%1: %s\\n' "_s.arg(secret.header) + neededVariable(secret.variable);
    return commands;
}

QString methodOption(const SnippetParts &parts)
{
    if (parts.method == "HEAD"_L1 && !parts.hasBody)
        return u"--head"_s;
    const bool isImplied = parts.method == (parts.hasBody ? "POST"_L1 : "GET"_L1);
    return isImplied ? QString() : u"-X "_s + shellWord(parts.method);
}

/// A body of no bytes is one as well: it makes curl say Content-Length: 0.
QString curlBody(const SnippetParts &parts)
{
    if (parts.bodyText)
        return u"--data-raw "_s + shellWord(*parts.bodyText);
    if (parts.hasBody)
        return u"--data-binary @"_s + parts.bodyFile();
    const bool takesBody = parts.method == "POST"_L1 || parts.method == "PUT"_L1 || parts.method == "PATCH"_L1;
    return takesBody ? u"--data-raw ''"_s : QString();
}

QString httpieItem(const HttpHeader &header)
{
    const QString value = text(header.value);
    if (value.isEmpty())
        return shellWord(text(header.name) + u';');
    // HTTPie takes := and :@ for other signs, and a backslash before a sign for an escape.
    if (value.contains(u'\\'))
        return text(header.name) + u":@<(printf %s "_s + shellWord(value) + u')';
    const bool isSign = value.startsWith(u'=') || value.startsWith(u'@');
    return shellWord(text(header.name) + (isSign ? u": "_s : u":"_s) + value);
}

bool hasHeaderLine(const HttpHeaders &headers, const HttpHeader &header)
{
    return std::any_of(headers.cbegin(), headers.cend(), [&header](const HttpHeader &other) {
        return other.name.compare(header.name, Qt::CaseInsensitive) == 0 && other.value == header.value;
    });
}

/// What acx call makes of operation and values; none if it would not be this request.
std::optional<FilledOperation> fillAsAcx(const SnippetParts &parts, const SnippetRequest &request)
{
    if (!request.operation || !request.operation->base.isEmpty())
        return std::nullopt;
    const QString url = SnippetParts::urlOf(request);
    for (const bool hasBody : {false, true}) {
        const Result<FilledOperation> filled = fillOperation(*request.operation, request.values, hasBody);
        const bool isSame = filled && url.endsWith(filled->target) && parts.hasBody == (hasBody || filled->body);
        if (isSame && (hasBody || filled->body.value_or(QByteArray()) == request.body.value_or(QByteArray())))
            return *filled;
    }
    return std::nullopt;
}

/// name=value as one word.
SnippetText namedWord(const NamedValue &value, SnippetMask &mask)
{
    SnippetText word = mask.maskedParameter(value.name, value.value);
    if (word.constFirst().variable.isEmpty())
        word.first().text.prepend(value.name + u'=');
    else
        word.prepend({value.name + u'=', {}});
    return word;
}

/// What acx call adds by itself, from the operation or always.
HttpHeaders headersOfAcx(const SnippetParts &parts, const std::optional<FilledOperation> &filled)
{
    HttpHeaders own;
    if (filled) {
        for (const auto &[name, value] : filled->headers)
            own.append({name, value});
        own.append({"Accept"_ba, filled->accept.isEmpty() ? "application/json"_ba : filled->accept.toUtf8()});
        own.append({"Content-Type"_ba, filled->bodyType.toUtf8()});
    }
    if (!filled || filled->accept.isEmpty())
        own.append({"Accept"_ba, "application/json"_ba});
    if ((!filled || filled->bodyType.isEmpty()) && parts.hasBody)
        own.append({"Content-Type"_ba, "application/json"_ba});
    if (!parts.hasBody) // prepared requests say it without a body, too
        own.append({"Content-Type"_ba, "application/json"_ba});
    return own;
}

} // namespace

QString curlSnippet(const SnippetParts &parts)
{
    const QStringList secrets = secretHeaderLines(parts);
    QStringList options{secrets.isEmpty() ? u"curl"_s : u"curl -H @-"_s};
    if (const QString option = methodOption(parts); !option.isEmpty())
        options << option;
    // Brackets and dots mean themselves.
    if (contains(parts.url, u"[") || contains(parts.url, u"{"))
        options << u"--globoff"_s;
    if (contains(parts.url, u"/."))
        options << u"--path-as-is"_s;
    for (const HttpHeader &header : parts.headers)
        options << u"-H "_s +
                       shellWord(text(header.name) + (header.value.isEmpty() ? u";"_s : u": "_s + text(header.value)));
    const QString body = curlBody(parts);
    if (!body.isEmpty()) {
        if (!hasHeader(parts.headers, "Content-Type"))
            options << u"-H Content-Type:"_s;
        options << body;
    }
    options << shellWord(parts.url);
    QString command = options.join(u" \\\n  "_s);
    if (secrets.size() == 1)
        command.prepend(secrets.first() + u" |\n"_s);
    else if (!secrets.isEmpty())
        command.prepend(u"{\n  "_s + secrets.join(u"\n  "_s) + u"\n} | "_s);
    return parts.comments(u"# "_s) + command + u'\n';
}

QString httpieSnippet(const SnippetParts &parts)
{
    QStringList words{u"http --ignore-stdin"_s};
    if (contains(parts.url, u"/."))
        words << u"--path-as-is"_s;
    if (parts.bodyText)
        words << u"--raw="_s + shellWord(*parts.bodyText);
    words << shellWord(parts.method) + u' ' + shellWord(parts.url);
    for (const HttpHeader &header : parts.headers)
        words << httpieItem(header);
    // A value in a file is on no command line.
    const QString file = u"%1:@<(%2)"_s;
    if (parts.hasToken && parts.source == SnippetToken::Command)
        words << u"Authorization:@<("_s + joined(parts.tokenCommand + QStringList{u"--format"_s, u"bearer"_s}) + u')';
    if (parts.hasToken && parts.source == SnippetToken::Environment)
        words << file.arg(u"Authorization"_s, u"printf 'Bearer %s' "_s + neededVariable(parts.tokenVariable()));
    if (parts.hasToken && parts.source == SnippetToken::Literal)
        words << u"Authorization:@<(printf 'Bearer %s' "_s + shellWord(parts.token) + u')';
    for (const SnippetVariable &secret : parts.mask.headerVariables())
        words << file.arg(secret.header, u"printf %s "_s + neededVariable(secret.variable));
    if (parts.hasBody && !parts.bodyText)
        words << u'@' + parts.bodyFile();
    const QString command = words.join(u" \\\n  "_s);
    const QString shell = command.contains("<("_L1) ? u"# For bash or zsh.\n"_s : QString();
    return shell + parts.comments(u"# "_s) + command + u'\n';
}

QString acxSnippet(const SnippetParts &parts, const SnippetRequest &request)
{
    const std::optional<FilledOperation> filled = fillAsAcx(parts, request);
    const bool givesBody = parts.hasBody && !(filled && filled->body == request.body);
    SnippetMask mask = parts.mask;
    if (!givesBody)
        mask.forget(SnippetPlace::Body);
    QStringList words{u"acx call "_s};
    if (filled) {
        mask.forget(SnippetPlace::Address);
        words.first() += shellWord(request.operation->id);
        for (const NamedValue &value : request.values)
            words.first() += u' ' + shellWord(namedWord(value, mask));
    } else {
        words.first() += shellWord(parts.method) + u' ' + shellWord(parts.url);
    }
    if (!parts.profile.isEmpty())
        words << u"--profile "_s + shellWord(parts.profile);
    if (!parts.kind.isEmpty() && parts.hasToken)
        words << u"--kind "_s + parts.kind;
    if (!parts.withToken)
        words << u"--no-token"_s;
    const HttpHeaders own = headersOfAcx(parts, filled);
    for (const HttpHeader &header : parts.headers) {
        if (!hasHeaderLine(own, header))
            words << u"-H "_s + shellWord(text(header.name) + u": "_s + text(header.value));
    }
    for (const SnippetVariable &secret : mask.headerVariables())
        words << u"-H \"%1: ${%2:?}\""_s.arg(secret.header, secret.variable);
    QString input;
    if (givesBody) {
        // A variable may begin with the sign, too.
        const bool isSign = parts.bodyText && (parts.bodyText->constFirst().text.startsWith(u'@') ||
                                               !parts.bodyText->constFirst().variable.isEmpty());
        if (isSign)
            input = u"printf %s "_s + shellWord(*parts.bodyText) + u" |\n"_s;
        words << u"-d "_s + (isSign ? u"@-"_s : parts.bodyText ? shellWord(*parts.bodyText) : u'@' + parts.bodyFile());
    }
    QString comments;
    for (const QString &line : parts.comments(u"# "_s, mask).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.contains(u" The token: "_s))
            comments += line + u'\n';
    }
    return comments + input + words.join(u" \\\n  "_s) + u'\n';
}

} // namespace acx
