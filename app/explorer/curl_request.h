// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/curl_import.h"
#include "app/explorer/curl_options.h"
#include "app/operations/form_body.h"

namespace acx {

/// Puts the options of a curl command together, as curl does.
class CurlRequest final
{
public:
    /// InvalidInput: the option reads a file or cannot be read.
    [[nodiscard]] Status take(const CurlOption &option);
    /// A sentence for the person; said once.
    void note(const QString &notice);
    /// The request that all options make. InvalidInput: there is no URL, or two kinds of body.
    [[nodiscard]] Result<CurlImport> finish();

private:
    [[nodiscard]] Status takeHeader(const CurlOption &option);
    [[nodiscard]] Status takeData(const CurlOption &option);
    [[nodiscard]] Status takeEncoded(const CurlOption &option);
    [[nodiscard]] Status takeForm(const CurlOption &option);
    void takePlain(const CurlOption &option);
    void takeUser(const ShellWord &user);
    void takeCookies(const QString &cookies);
    void takeUrl(const ShellWord &url);
    /// A header that one of -H can take the place of.
    void setHeader(const QByteArray &name, const QString &value);
    [[nodiscard]] Status finishBody(RequestDraft &draft);
    [[nodiscard]] Status finishTarget(RequestDraft &draft);
    void finishHeaders(RequestDraft &draft);

    QByteArray m_method;
    bool m_isHead = false;
    bool m_hasUrl = false;
    bool m_isGlob = true;
    QString m_url;
    std::optional<QByteArray> m_query; ///< of --url-query
    HttpHeaders m_headers;             ///< of -H
    HttpHeaders m_defaults;            ///< that other options make
    QList<QByteArray> m_removed;       ///< headers that curl is told to leave out
    std::optional<QByteArray> m_data;
    bool m_isJson = false;
    bool m_dataToQuery = false;
    QList<FormPart> m_form;
    QStringList m_notices;
};

} // namespace acx
