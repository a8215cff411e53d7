// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/explorer/request_state.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QUuid>

#include <memory>
#include <optional>

namespace acx {

class ProfileService;

/// The open tabs of one profile.
struct DraftSet
{
    QList<RequestState> tabs;
    int current = 0; ///< index of the tab in front; 0 where there are none
    /// Not saved. Set by load() when something was lost: a file that was set aside, bodies that were too large.
    std::optional<Error> notice;
    bool operator==(const DraftSet &) const = default;
};

/// What is kept at most; anything beyond is left out and said at the next load().
struct DraftLimits
{
    qsizetype maxTabs = 100;                     ///< the last ones are left out
    qsizetype maxBodyBytes = 1024LL * 1024;      ///< of one body, UTF-8; a larger one is left out, its tab stays
    qsizetype maxFileBytes = 12LL * 1024 * 1024; ///< of all; the last tabs lose their bodies first
};

/// Drafts that survive a restart: a JSON file per profile, 0600 in a folder of 0700, replaced as a whole by a thread of
/// its own. Nothing secret is written (see withoutSecrets()). The tabs of a profile that lives for this session only
/// are kept in memory. Each of several windows of the same profile has a file of its own (see DraftFiles): one that
/// comes second begins without tabs, and when it has ended, its tabs come to the next that loads the profile.
class DraftStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftStore)

public:
    /// `folder` is made when first written. `profiles` must outlive the store; a profile that is removed here takes
    /// its drafts along.
    DraftStore(QString folder, ProfileService &profiles, QObject *parent = nullptr);
    /// Waits until everything is written.
    ~DraftStore() override;
    /// apiconnect-explorer/drafts in the person's folder for states ($XDG_STATE_HOME, else ~/.local/state).
    [[nodiscard]] static QString defaultFolder();
    void setLimits(const DraftLimits &limits);

    /// The drafts as last saved, with those of windows that have ended; the window works with this profile from now on.
    /// A missing file gives no tabs. A damaged file, or one of a newer version, is set aside under another name and
    /// DraftSet::notice says where; what can be read of it is given. Errors: Disk, when the file can be neither read
    /// nor moved away; nothing is written over it then.
    [[nodiscard]] QFuture<Result<DraftSet>> load(const QUuid &profile);
    /// Saves soon, in the order of the calls; of several that wait for the disk only the last is written. The future
    /// tells when it is on disk (a state that a later one replaced reports as that one), or why not (Disk).
    QFuture<Status> save(const QUuid &profile, const DraftSet &drafts);
    /// Forgets the profile's drafts, on disk too. Removing what is not there succeeds.
    QFuture<Status> remove(const QUuid &profile);

private:
    struct Parts;
    std::unique_ptr<Parts> d;
};

} // namespace acx
