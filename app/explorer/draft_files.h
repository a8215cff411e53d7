// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/draft_store.h"

#include <QSet>

namespace acx {

/// The files of the drafts, one a profile. Waits for the disk: used by one thread at a time, never the window's.
class DraftFiles final
{
public:
    explicit DraftFiles(QString folder)
        : m_folder(std::move(folder))
    {}

    [[nodiscard]] Result<DraftSet> load(const QUuid &profile);
    [[nodiscard]] Status save(const QUuid &profile, const DraftSet &drafts, const DraftLimits &limits);
    /// With everything that was set aside for this profile.
    [[nodiscard]] Status remove(const QUuid &profile);

private:
    [[nodiscard]] QString pathOf(const QUuid &profile) const;

    QString m_folder;
    QSet<QUuid> m_known; ///< read or written here: nothing in the file needs to be set aside any more
};

} // namespace acx
