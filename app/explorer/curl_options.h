// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/explorer/shell_words.h"

#include <QList>
#include <QString>

namespace acx {

/// What an option of curl does to a request.
enum class CurlEffect {
    Method,
    Header,
    Data,        ///< joined by &
    RawData,     ///< the same, and @ is an ordinary character
    EncodedData, ///< --data-urlencode
    Json,        ///< joined by nothing, with the headers of JSON
    DataToQuery, ///< -G
    Form,        ///< -F
    FormString,  ///< a form field in which nothing is special
    User,
    Bearer,
    Cookie,
    UserAgent,
    Referer,
    Range,
    Url,
    UrlQuery,
    Head,
    NoGlob,
    Insecure,  ///< told: certificates are always checked
    Transport, ///< told: how a connection is made is a matter of the settings
    Upload,    ///< refused: reads a file
    Config,    ///< refused: reads options from a file
    Next,      ///< what follows is another request
    Nothing,   ///< output, progress and the like
};

struct CurlOption
{
    CurlEffect effect = CurlEffect::Nothing;
    QString name;    ///< as written, for messages
    ShellWord value; ///< empty for an option without one
};

/// The options and URLs of the words behind "curl". Letters may be joined (-sSLX POST), a value may follow its letter
/// or stand behind a =. InvalidInput names an option that curl does not know, or that misses its value.
[[nodiscard]] Result<QList<CurlOption>> readCurlOptions(const QList<ShellWord> &words);

} // namespace acx
