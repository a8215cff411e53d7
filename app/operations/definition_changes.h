// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operation_catalog.h"

#include <QUrl>

#include <functional>

namespace acx {

/// One operation of a list of changes. Operations are the same when method and path are.
struct ChangedOperation
{
    QByteArray method;
    QString path;
    QString title; ///< as it is now; of one that went away, as it was
    bool operator==(const ChangedOperation &) const = default;
};

/// What became of an API definition since it was read before.
struct DefinitionChanges
{
    QString titleBefore;
    QString titleNow;
    QString versionBefore; ///< info.version
    QString versionNow;
    QList<ChangedOperation> added;
    QList<ChangedOperation> removed;
    /// Those whose own text, or anything inside the document that they refer to, is another. Blanks between the parts
    /// of the text and the order of members do count as written; blanks alone do not.
    QList<ChangedOperation> changed;
    QUrl baseBefore; ///< where the document says that its operations are called; empty if it does not tell
    QUrl baseNow;
    /// Members of the document that are others without being told of above: "servers", "basePath", "consumes".
    QStringList otherParts;

    [[nodiscard]] bool isEmpty() const
    {
        return titleBefore == titleNow && versionBefore == versionNow && added.isEmpty() && removed.isEmpty() &&
               changed.isEmpty() && otherParts.isEmpty();
    }
    bool operator==(const DefinitionChanges &) const = default;
};

/// Compares two readings of one definition, webhooks and callbacks left out. `goOn` is asked now and then; Cancelled
/// when it says no. For a thread of its own.
[[nodiscard]] Result<DefinitionChanges> compareDefinitions(const OperationCatalog &before, const OperationCatalog &now,
                                                           const std::function<bool()> &goOn = {});

} // namespace acx
