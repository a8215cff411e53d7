// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace acx {

/// Moves HOME and every XDG folder of this process (and of its children) to a fresh folder that goes with this object,
/// so that no test touches anything of the person who runs it. Before the folder goes it is searched for the run's
/// secrets and for files that others may read, and the program fails if there are any, there or in a SearchedFolder.
class PrivateHome final
{
public:
    PrivateHome();
    ~PrivateHome();
    Q_DISABLE_COPY_MOVE(PrivateHome)
    [[nodiscard]] QString path() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
};

} // namespace acx
