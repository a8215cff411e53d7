// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace acx {

/// Moves HOME and every XDG folder of this process (and of its children) to a fresh folder that goes with this object,
/// so that no test touches anything of the person who runs it.
class PrivateHome final
{
public:
    PrivateHome();
    [[nodiscard]] QString path() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
};

} // namespace acx
