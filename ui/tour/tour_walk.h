// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/composition.h"
#include "ui/main_window.h"
#include "ui/tour/tour_steps.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

namespace acx {

/// One walk through the window in one theme. Goes from step to step on a timer.
class TourWalk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TourWalk)

public:
    TourWalk(std::unique_ptr<Composition> composition, bool dark, QString folder, QObject *parent = nullptr);
    ~TourWalk() override;
    void start();

Q_SIGNALS:
    void finished(bool succeeded);

private:
    void begin(const SandboxInfo &sandbox);
    [[nodiscard]] Status writeKeyFile(const SandboxInfo &sandbox);
    void enter();
    void look();
    void settle();
    void takePicture();
    void end(const QString &problem);
    [[nodiscard]] QString title() const;

    std::unique_ptr<Composition> m_composition;
    const AppServices m_services;
    const bool m_dark;
    const QString m_folder;
    QTemporaryDir m_keyFolder;
    std::unique_ptr<MainWindow> m_window;
    QList<TourStep> m_steps;
    qsizetype m_step = 0;
    QTimer m_timer;
    QDeadlineTimer m_deadline;
};

} // namespace acx
