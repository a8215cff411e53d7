// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/snippet.h"

#include "app/explorer/snippet_parts.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Bytes of a body that a snippet holds: Linux takes 128 KB an argument, Java 64 KB a constant.
qsizetype longestBody(SnippetLanguage language)
{
    switch (language) {
    case SnippetLanguage::Curl:
    case SnippetLanguage::Httpie:
    case SnippetLanguage::Acx:
        return 100'000;
    case SnippetLanguage::Java:
        return 50'000;
    case SnippetLanguage::Python:
    case SnippetLanguage::JavaScript:
    case SnippetLanguage::Go:
        break;
    }
    return 1'000'000;
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

QString makeSnippet(SnippetLanguage language, SnippetToken source, const SnippetRequest &request, const Secret &token)
{
    const SnippetParts parts(source, request, token, longestBody(language));
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

} // namespace acx
