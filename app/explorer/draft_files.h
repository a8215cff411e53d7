// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/draft_store.h"
#include "app/profiles/used_file.h"

#include <map>

namespace acx {

/// The files of the drafts. Waits for the disk: used by one thread at a time, never the window's.
///
/// Each window that has a profile open works with a file of its own, which it marks as in use: <profile>.json, or,
/// while another window has that one, <profile>-2.json and so on. What a window leaves that has ended, killed or not,
/// goes to the next one that loads the profile. load() tells which profile the window works with now.
class DraftFiles final
{
public:
    explicit DraftFiles(QString folder)
        : m_folder(std::move(folder))
    {}

    [[nodiscard]] Result<DraftSet> load(const QUuid &profile);
    [[nodiscard]] Status save(const QUuid &profile, const DraftSet &drafts, const DraftLimits &limits);
    /// With everything that was set aside for this profile, and with what other windows have in theirs.
    [[nodiscard]] Status remove(const QUuid &profile);

private:
    /// The place of this window among those that have the profile open.
    struct Seat
    {
        QString path;
        UsedFile file;
    };
    static constexpr int mostSeats = 100;

    [[nodiscard]] QString pathOf(const QUuid &profile, int seat) const;
    void take(Seat &seat, const QUuid &profile) const;
    [[nodiscard]] static Result<DraftSet> read(Seat &seat);
    void gather(Seat &seat, const QUuid &profile, DraftSet &drafts) const;
    [[nodiscard]] Status write(Seat &seat, const QUuid &profile, const DraftSet &drafts,
                               const DraftLimits &limits) const;

    QString m_folder;
    std::map<QUuid, Seat> m_seats; ///< of what was read or written here: nothing needs to be set aside there any more
};

} // namespace acx
