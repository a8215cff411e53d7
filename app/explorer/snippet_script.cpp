// SPDX-License-Identifier: GPL-3.0-or-later
// Snippets that are scripts: Python and JavaScript.
#include "app/explorer/snippet_parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString literals(const QStringList &texts)
{
    QStringList quoted;
    for (const QString &text : texts)
        quoted << literal(text);
    return quoted.join(u", "_s);
}

bool isAscii(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A dict holds a name once: further values of it follow the first (RFC 9110, section 5.3).
HttpHeaders withoutRepetition(const HttpHeaders &headers)
{
    HttpHeaders once;
    for (const HttpHeader &header : headers) {
        const auto known = std::find_if(once.begin(), once.end(), [&header](const HttpHeader &other) {
            return other.name.compare(header.name, Qt::CaseInsensitive) == 0;
        });
        if (known == once.end())
            once.append(header);
        else
            known->value += ", " + header.value;
    }
    return once;
}

QString pythonHeaders(const SnippetParts &parts)
{
    QString lines;
    const QString line = u"        %1: %2,\n"_s;
    for (const HttpHeader &header : withoutRepetition(parts.headers)) {
        const QString value = literal(QString::fromUtf8(header.value));
        lines +=
            line.arg(literal(QString::fromUtf8(header.name)), isAscii(header.value) ? value : value + u".encode()"_s);
    }
    if (parts.hasToken)
        lines += u"        \"Authorization\": \"Bearer \" + token,\n"_s;
    for (const SnippetVariable &secret : parts.mask.headerVariables())
        lines += line.arg(literal(secret.header), u"os.environ[%1]"_s.arg(literal(secret.variable)));
    return lines.isEmpty() ? QString() : u"    headers={\n"_s + lines + u"    },\n"_s;
}

QString pythonBody(const SnippetParts &parts)
{
    if (!parts.hasBody)
        return {};
    if (!parts.bodyText)
        return u"    data=open(%1, \"rb\").read(),\n"_s.arg(literal(parts.bodyFile()));
    const QString lines = expression(*parts.bodyText, u"os.environ[%1]"_s, u"\n        "_s);
    const bool isOneLiteral = parts.bodyText->size() == 1 && !lines.contains(u'\n');
    return !isOneLiteral ? u"    data=(\n        "_s + lines + u"\n    ).encode(),\n"_s
                         : u"    data="_s + lines + u".encode(),\n"_s;
}

QString pythonToken(const SnippetParts &parts)
{
    if (!parts.hasToken)
        return {};
    if (parts.source == SnippetToken::Environment)
        return u"token = os.environ[%1]\n\n"_s.arg(literal(parts.tokenVariable()));
    if (parts.source == SnippetToken::Literal)
        return u"token = %1\n\n"_s.arg(literal(parts.token));
    return u"token = subprocess.run(\n    [%1], check=True, stdout=subprocess.PIPE, text=True\n).stdout.strip()\n\n"_s
        .arg(literals(parts.tokenCommand));
}

QString javaScriptToken(const SnippetParts &parts)
{
    if (!parts.hasToken)
        return {};
    if (parts.source == SnippetToken::Environment)
        return u"const token = needed(%1);\n\n"_s.arg(literal(parts.tokenVariable()));
    if (parts.source == SnippetToken::Literal)
        return u"const token = %1;\n\n"_s.arg(literal(parts.token));
    QStringList arguments = parts.tokenCommand;
    const QString program = arguments.takeFirst();
    return u"const token = execFileSync(%1, [%2], { encoding: \"utf8\" }).trim();\n\n"_s.arg(literal(program),
                                                                                             literals(arguments));
}

/// fetch takes the bytes of a header as characters of their number.
QString javaScriptHeaders(const SnippetParts &parts)
{
    QString lines;
    for (const HttpHeader &header : parts.headers)
        lines += u"    [%1, %2],\n"_s.arg(literal(QString::fromLatin1(header.name)),
                                          literal(QString::fromLatin1(header.value)));
    if (parts.hasToken)
        lines += u"    [\"Authorization\", \"Bearer \" + token],\n"_s;
    for (const SnippetVariable &secret : parts.mask.headerVariables())
        lines += u"    [%1, needed(%2)],\n"_s.arg(literal(secret.header), literal(secret.variable));
    return lines.isEmpty() ? QString() : u"  headers: [\n"_s + lines + u"  ],\n"_s;
}

QString javaScriptBody(const SnippetParts &parts)
{
    if (!parts.hasBody)
        return {};
    if (parts.method == "GET"_L1 || parts.method == "HEAD"_L1)
        return u"  // fetch sends no body with GET and HEAD: it is left out.\n"_s;
    if (!parts.bodyText)
        return u"  body: readFileSync(%1),\n"_s.arg(literal(parts.bodyFile()));
    const QString lines = expression(*parts.bodyText, u"needed(%1)"_s, u" +\n    "_s);
    return (lines.contains(u'\n') ? u"  body:\n    "_s : u"  body: "_s) + lines + u",\n"_s;
}

} // namespace

QString pythonSnippet(const SnippetParts &parts)
{
    QString text = parts.comments(u"# "_s);
    if (parts.readsVariables())
        text += u"import os\n"_s;
    if (parts.hasToken && parts.source == SnippetToken::Command)
        text += u"import subprocess\n"_s;
    text += text.endsWith("import os\n"_L1) || text.endsWith("import subprocess\n"_L1) ? u"\n"_s : QString();
    text += u"import requests\n\n"_s + pythonToken(parts);
    text += u"response = requests.request(\n    %1,\n    %2,\n"_s.arg(literal(parts.method),
                                                                      expression(parts.url, u"os.environ[%1]"_s));
    text += pythonHeaders(parts) + pythonBody(parts);
    return text + u"    timeout=120,\n)\nprint(response.status_code, response.reason)\nprint(response.text)\n"_s;
}

QString javaScriptSnippet(const SnippetParts &parts)
{
    QString text = u"// For Node.js 18 or newer: save as request.mjs.\n"_s + parts.comments(u"// "_s);
    const QString before = text;
    if (parts.hasToken && parts.source == SnippetToken::Command)
        text += u"import { execFileSync } from \"node:child_process\";\n"_s;
    if (javaScriptBody(parts).contains("readFileSync("_L1) && !parts.bodyText)
        text += u"import { readFileSync } from \"node:fs\";\n"_s;
    if (text != before)
        text += u'\n';
    if (parts.readsVariables())
        text += u"function needed(variable) {\n"
                "  const value = process.env[variable];\n"
                "  if (!value) throw new Error(variable + \" is not set\");\n"
                "  return value;\n"
                "}\n\n"_s;
    text += javaScriptToken(parts);
    text += u"const response = await fetch(%1, {\n  method: %2,\n"_s.arg(expression(parts.url, u"needed(%1)"_s),
                                                                         literal(parts.method));
    text += javaScriptHeaders(parts) + javaScriptBody(parts);
    return text + u"});\nconsole.log(response.status, response.statusText);\nconsole.log(await response.text());\n"_s;
}

} // namespace acx
