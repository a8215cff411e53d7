// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/company.h"

#include <QJsonObject>

namespace acx::sandbox {

/// What the `info` block of an API or product document says.
struct DocumentInfo
{
    QString name;
    QString version;
    QString title;

    [[nodiscard]] bool isComplete() const { return !name.isEmpty() && !version.isEmpty(); }
    [[nodiscard]] QString reference() const { return name + u':' + version; }
};

[[nodiscard]] DocumentInfo infoOf(const QJsonObject &document);
/// JSON in full. Of YAML, only the plain values of the `info` block: enough to know what was sent.
[[nodiscard]] QJsonObject readDocument(const QByteArray &text);

/// Puts a document into the company, in the place of an older one with the same name and version.
Entity &storeDocument(Company &company, const QString &kind, int parent, int space, const QJsonObject &document,
                      const QDateTime &now);
/// The name:version references of a product document's APIs.
[[nodiscard]] QStringList apiReferences(const QJsonObject &product);
/// Copies a draft product and its draft APIs into a catalog; the product starts out staged, its APIs stopped.
Entity &stageDraft(Company &company, const Entity &draft, int catalog, int space, const QDateTime &now);
/// Sets the state of a product; publishing starts its APIs.
void setProductState(Company &company, Entity &product, const QString &state, const QDateTime &now);

} // namespace acx::sandbox
