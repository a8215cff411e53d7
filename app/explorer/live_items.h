// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace acx {

/// What a list of the API says about one of its entries, as far as a parameter may want it. Members may be empty.
struct LiveItem
{
    QString name; ///< as it stands in a path: V5's "shortName" where there is one
    QString title;
    QString id;
    QString version;
    QString url;
    bool operator==(const LiveItem &) const = default;
};

struct LivePage
{
    QList<LiveItem> items;
    std::optional<qint64> total; ///< "total_results" of the platform API: of all pages
    qsizetype entries = 0;       ///< of this page, those without a name or an id too
};

/// Reads a list: an array (V5), {"total_results": n, "results": [ … ]} (platform API), or an object with one single
/// array of objects. Incomplete if the text is no such thing.
[[nodiscard]] Result<LivePage> readLivePage(QByteArrayView json);

} // namespace acx
