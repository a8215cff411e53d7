// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>
#include <QUrl>

#include <functional>

namespace acx {

/// A document that references lead to, or that has them.
struct ReferencedDocument
{
    QUrl url;
    QByteArray json;
    QStringList foreign; ///< documents that it refers to in turn (foreignDocuments)
};

/// Reads JSON or YAML; errors as readOpenApi(), naming line and column.
[[nodiscard]] Result<ReferencedDocument> readReferenced(const QByteArray &text, const QUrl &url,
                                                        const std::function<bool()> &goOn = {});

/// One JSON document with the others within it, below a member of its own: references to them and among them lead
/// there. References to anything else stay as they are.
[[nodiscard]] QByteArray bundleReferences(const ReferencedDocument &document, const QList<ReferencedDocument> &others);

/// The other documents that references in JSON lead to, absolute where `documentUrl` is: URLs and paths without
/// fragment, each once, at most 1,000.
[[nodiscard]] QStringList foreignDocuments(QByteArrayView json, const QUrl &documentUrl);

} // namespace acx
