// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour.h"

#include "ui/tour/tour_walk.h"

#include <QApplication>
#include <QDir>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// A walk in light and, if it succeeds, another one in dark, each with a window and a sandbox of its own.
class Tour final : public QObject
{
public:
    Tour(QApplication &application, const QString &folder)
        : m_application(application)
        , m_folder(folder)
    {}

    void walk(bool dark)
    {
        CompositionOptions options;
        options.persistent = false;
        Result<std::unique_ptr<Composition>> composition = Composition::make(m_application, options);
        if (!composition) {
            std::fputs(qPrintable(composition.error().message() + u'\n'), stderr);
            QCoreApplication::exit(EXIT_FAILURE);
            return;
        }
        auto *next = new TourWalk(*std::move(composition), dark, m_folder, this);
        connect(next, &TourWalk::finished, this, [this, next, dark](bool succeeded) {
            next->deleteLater();
            if (!succeeded)
                QCoreApplication::exit(EXIT_FAILURE);
            else if (dark)
                QCoreApplication::exit(EXIT_SUCCESS);
            else // the theme of the first walk must be gone before the second one's is made
                connect(
                    next, &QObject::destroyed, this, [this] { walk(true); }, Qt::QueuedConnection);
        });
        next->start();
    }

private:
    QApplication &m_application;
    QString m_folder;
};

} // namespace

int runTour(QApplication &application, const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        std::fputs(qPrintable(u"The folder %1 cannot be made.\n"_s.arg(folder)), stderr);
        return EXIT_FAILURE;
    }
    QApplication::setQuitOnLastWindowClosed(false);
    Tour tour(application, folder);
    QTimer::singleShot(0, &tour, [&tour] { tour.walk(false); });
    return QApplication::exec();
}

} // namespace acx
