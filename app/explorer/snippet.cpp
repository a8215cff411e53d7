// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/snippet.h"

#include "app/explorer/snippet_parts.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Bytes of a body that a snippet holds: Linux takes 128 KB an argument, Java 64 KB a constant, and to look for secrets
/// in more would hold up whoever types.
qsizetype longestBody(SnippetLanguage language)
{
    return language == SnippetLanguage::Java ? 50'000 : 100'000;
}

QString textOf(SnippetLanguage language, const SnippetParts &parts, const SnippetRequest &request)
{
    switch (language) {
    case SnippetLanguage::Curl:
        return curlSnippet(parts);
    case SnippetLanguage::Httpie:
        return httpieSnippet(parts);
    case SnippetLanguage::Python:
        return pythonSnippet(parts);
    case SnippetLanguage::JavaScript:
        return javaScriptSnippet(parts);
    case SnippetLanguage::Go:
        return goSnippet(parts);
    case SnippetLanguage::Java:
        return javaSnippet(parts);
    case SnippetLanguage::Acx:
        return acxSnippet(parts, request);
    }
    return {};
}

} // namespace

const QList<SnippetLanguage> &snippetLanguages()
{
    static const QList<SnippetLanguage> languages{
        SnippetLanguage::Curl, SnippetLanguage::Httpie, SnippetLanguage::Python, SnippetLanguage::JavaScript,
        SnippetLanguage::Go,   SnippetLanguage::Java,   SnippetLanguage::Acx};
    return languages;
}

QString displayName(SnippetLanguage language)
{
    switch (language) {
    case SnippetLanguage::Curl:
        return u"curl"_s;
    case SnippetLanguage::Httpie:
        return u"HTTPie"_s;
    case SnippetLanguage::Python:
        return u"Python (requests)"_s;
    case SnippetLanguage::JavaScript:
        return u"JavaScript (fetch)"_s;
    case SnippetLanguage::Go:
        return u"Go (net/http)"_s;
    case SnippetLanguage::Java:
        return u"Java (java.net.http)"_s;
    case SnippetLanguage::Acx:
        return u"acx call"_s;
    }
    return {};
}

Snippet writeSnippet(SnippetLanguage language, SnippetToken source, const SnippetRequest &request, const Secret &token,
                     SnippetTyped typed)
{
    const SnippetParts parts(source, request, token, longestBody(language), typed);
    return {textOf(language, parts, request), parts.mask.hides()};
}

QString makeSnippet(SnippetLanguage language, SnippetToken source, const SnippetRequest &request, const Secret &token)
{
    return writeSnippet(language, source, request, token).text;
}

} // namespace acx
