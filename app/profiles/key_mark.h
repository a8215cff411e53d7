// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/profiles/file_lock.h"

#include <QList>
#include <QUuid>

#include <memory>

namespace acx {

/// Says beside the list of profiles that a key is being stored for a profile which the list does not hold yet: a file
/// that is locked as long as the program lives. A keychain cannot list its entries, so a key that a killed program left
/// could never be found again; but its mark stays, held by nobody.
class KeyMark final
{
public:
    /// `list` is the file of the profiles.
    KeyMark(const QString &list, const QUuid &profile);
    /// Without clear() the mark stays for whoever looks next.
    ~KeyMark();
    Q_DISABLE_COPY_MOVE(KeyMark)

    /// Errors: Disk. Blocks for no time worth mentioning.
    [[nodiscard]] Status set();
    /// The key is on the list, or is nowhere.
    void clear();
    [[nodiscard]] QUuid profile() const { return m_profile; }

    /// Those whose program is gone or has given up, each taken by the caller.
    [[nodiscard]] static QList<std::shared_ptr<KeyMark>> leftBehind(const QString &list);

private:
    QString m_list;
    QUuid m_profile;
    FileLock m_lock;
};

} // namespace acx
