// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_services.h"
#include "ui/screen.h"

namespace acx {

class WelcomeScreen final : public Screen
{
    Q_OBJECT
public:
    explicit WelcomeScreen(const AppServices &services, QWidget *parent = nullptr);
    /// Begins the import of a file, whatever step is shown.
    void importFile(const QString &path);
    /// Begins the import of pasted or dropped text.
    void importText(const QString &text);

Q_SIGNALS:
    /// The profile is made and selected, and the person goes on.
    void done();

private:
    const AppServices &m_services;
};

} // namespace acx
