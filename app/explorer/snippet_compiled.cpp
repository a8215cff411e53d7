// SPDX-License-Identifier: GPL-3.0-or-later
// Snippets that are programs: Go and Java.
#include "app/explorer/snippet_parts.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString javaLiteral(const QString &text)
{
    return literal(text, LiteralRules::Java);
}

QString literals(const QStringList &texts, LiteralRules rules)
{
    QStringList quoted;
    for (const QString &text : texts)
        quoted << literal(text, rules);
    return quoted.join(u", "_s);
}

bool runsCommand(const SnippetParts &parts)
{
    return parts.hasToken && parts.source == SnippetToken::Command;
}

QString goImports(const SnippetParts &parts)
{
    QStringList packages{u"fmt"_s, u"io"_s, u"net/http"_s, u"os"_s};
    if (runsCommand(parts))
        packages << u"os/exec"_s;
    if (parts.bodyText || runsCommand(parts))
        packages << u"strings"_s;
    QString text = u"import (\n"_s;
    for (const QString &package : packages)
        text += u'\t' + literal(package) + u'\n';
    return text + u")\n\n"_s;
}

QString goFunctions(const SnippetParts &parts)
{
    QString text = u"func check(err error) {\n\tif err != nil {\n\t\tfmt.Fprintln(os.Stderr, err)\n\t\tos.Exit(1)\n"
                   "\t}\n}\n\n"_s;
    if (parts.readsVariables())
        text += u"func needed(variable string) string {\n\tvalue := os.Getenv(variable)\n\tif value == \"\" {\n"
                "\t\tcheck(fmt.Errorf(\"%s is not set\", variable))\n\t}\n\treturn value\n}\n\n"_s;
    return text;
}

QString goToken(const SnippetParts &parts)
{
    if (!parts.hasToken)
        return {};
    QString value;
    QString before;
    if (parts.source == SnippetToken::Command) {
        before = u"\ttoken, err := exec.Command(%1).Output()\n\tcheck(err)\n"_s.arg(
            literals(parts.tokenCommand, LiteralRules::Common));
        value = u"strings.TrimSpace(string(token))"_s;
    } else if (parts.source == SnippetToken::Environment) {
        value = u"needed(%1)"_s.arg(literal(parts.tokenVariable()));
    } else {
        value = literal(parts.token);
    }
    return before + u"\trequest.Header.Set(\"Authorization\", \"Bearer \"+"_s + value + u")\n"_s;
}

QString goBody(const SnippetParts &parts, QString &before)
{
    if (!parts.hasBody)
        return u"http.NoBody"_s;
    if (parts.bodyText)
        return u"strings.NewReader("_s + expression(*parts.bodyText, u"needed(%1)"_s, u" +\n\t\t"_s) + u')';
    before = u"\tbody, err := os.Open(%1)\n\tcheck(err)\n"_s.arg(literal(parts.bodyFile()));
    return u"body"_s;
}

QString javaImports(const SnippetParts &parts)
{
    QStringList classes{u"java.net.URI"_s, u"java.net.http.HttpClient"_s, u"java.net.http.HttpRequest"_s,
                        u"java.net.http.HttpResponse"_s};
    if (runsCommand(parts))
        classes << u"java.nio.charset.StandardCharsets"_s;
    if (parts.hasBody && !parts.bodyText)
        classes << u"java.nio.file.Path"_s;
    QString text;
    for (const QString &name : classes)
        text += u"import "_s + name + u";\n"_s;
    return text + u'\n';
}

QString javaToken(const SnippetParts &parts)
{
    if (!parts.hasToken)
        return {};
    const QString before = u"        String token = "_s;
    if (parts.source == SnippetToken::Environment)
        return before + u"needed(%1);\n"_s.arg(javaLiteral(parts.tokenVariable()));
    if (parts.source == SnippetToken::Literal)
        return before + javaLiteral(parts.token) + u";\n"_s;
    return u"        Process command = new ProcessBuilder(%1)\n"
           "            .redirectError(ProcessBuilder.Redirect.INHERIT).start();\n"_s.arg(
               literals(parts.tokenCommand, LiteralRules::Java)) +
           before +
           u"new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();\n"
           "        if (command.waitFor() != 0) {\n            throw new IllegalStateException(\"no token\");\n"
           "        }\n"_s;
}

QString javaBody(const SnippetParts &parts)
{
    if (!parts.hasBody)
        return u"HttpRequest.BodyPublishers.noBody()"_s;
    if (!parts.bodyText)
        return u"HttpRequest.BodyPublishers.ofFile(Path.of(%1))"_s.arg(javaLiteral(parts.bodyFile()));
    const QString lines = expression(*parts.bodyText, u"needed(%1)"_s, u" +\n                "_s, LiteralRules::Java);
    return u"HttpRequest.BodyPublishers.ofString("_s + (lines.contains(u'\n') ? u"\n                "_s : QString()) +
           lines + u')';
}

QString javaHeaders(const SnippetParts &parts)
{
    QString text;
    const QString line = u"            .header(%1, %2)\n"_s;
    for (const HttpHeader &header : parts.headers)
        text += line.arg(javaLiteral(QString::fromUtf8(header.name)), javaLiteral(QString::fromUtf8(header.value)));
    if (parts.hasToken)
        text += line.arg(u"\"Authorization\""_s, u"\"Bearer \" + token"_s);
    for (const SnippetVariable &secret : parts.mask.headerVariables())
        text += line.arg(javaLiteral(secret.header), u"needed(%1)"_s.arg(javaLiteral(secret.variable)));
    return text;
}

/// java.net.URI takes these only where they are escaped.
SnippetText javaUrl(SnippetText url)
{
    qsizetype path = url.constFirst().text.indexOf("://"_L1) + 3;
    for (SnippetPiece &piece : url) {
        path = piece.text.indexOf(u'/', path);
        if (path >= 0)
            piece.text =
                piece.text.first(path) + piece.text.sliced(path).replace(u'[', u"%5B"_s).replace(u']', u"%5D"_s);
        path = 0;
    }
    return url;
}

} // namespace

QString goSnippet(const SnippetParts &parts)
{
    QString before;
    const QString body = goBody(parts, before);
    QString text = parts.comments(u"// "_s) + u"package main\n\n"_s + goImports(parts) + goFunctions(parts);
    text += u"func main() {\n"_s + before + u"\trequest, err := http.NewRequest("_s + literal(parts.method) + u", "_s +
            expression(parts.url, u"needed(%1)"_s) + u", "_s + body + u")\n\tcheck(err)\n"_s;
    if (!before.isEmpty())
        text += u"\tsize, err := body.Stat()\n\tcheck(err)\n\trequest.ContentLength = size.Size()\n"_s;
    for (const HttpHeader &header : parts.headers)
        text += u"\trequest.Header.Add(%1, %2)\n"_s.arg(literal(QString::fromUtf8(header.name)),
                                                        literal(QString::fromUtf8(header.value)));
    text += goToken(parts);
    for (const SnippetVariable &secret : parts.mask.headerVariables())
        text += u"\trequest.Header.Add(%1, needed(%2))\n"_s.arg(literal(secret.header), literal(secret.variable));
    return text + u"\tresponse, err := http.DefaultClient.Do(request)\n\tcheck(err)\n"
                  "\tdefer response.Body.Close()\n\tfmt.Println(response.Status)\n"
                  "\t_, err = io.Copy(os.Stdout, response.Body)\n\tcheck(err)\n}\n"_s;
}

QString javaSnippet(const SnippetParts &parts)
{
    QString text = u"// For Java 11 or newer: save as Call.java and run with: java Call.java\n"_s +
                   parts.comments(u"// "_s) + javaImports(parts) + u"public class Call {\n"_s;
    if (parts.readsVariables())
        text += u"    static String needed(String variable) {\n"
                "        String value = System.getenv(variable);\n"
                "        if (value == null || value.isEmpty()) {\n"
                "            throw new IllegalStateException(variable + \" is not set\");\n"
                "        }\n"
                "        return value;\n"
                "    }\n\n"_s;
    text += u"    public static void main(String[] arguments) throws Exception {\n"_s + javaToken(parts);
    text += u"        HttpRequest request = HttpRequest.newBuilder(URI.create(%1))\n"_s.arg(
                expression(javaUrl(parts.url), u"needed(%1)"_s, {}, LiteralRules::Java)) +
            javaHeaders(parts);
    text += u"            .method("_s + javaLiteral(parts.method) + u", "_s + javaBody(parts) +
            u")\n            .build();\n"_s;
    return text + u"        HttpResponse<String> response = HttpClient.newHttpClient()\n"
                  "            .send(request, HttpResponse.BodyHandlers.ofString());\n"
                  "        System.out.println(response.statusCode());\n"
                  "        System.out.println(response.body());\n"
                  "    }\n}\n"_s;
}

} // namespace acx
