// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour_walk.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/sandbox/sandbox_process.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr std::chrono::milliseconds lookInterval{20};
constexpr std::chrono::milliseconds settleTime{120}; // layouts and deferred deletions are done by then
constexpr std::chrono::seconds stepLimit{60};        // for computers under load; a step takes a moment

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

} // namespace

TourWalk::TourWalk(std::unique_ptr<Composition> composition, bool dark, QString folder, QObject *parent)
    : QObject(parent)
    , m_composition(std::move(composition))
    , m_services(m_composition->services())
    , m_dark(dark)
    , m_folder(std::move(folder))
{}

TourWalk::~TourWalk() = default;

void TourWalk::start()
{
    m_services.theme.setMode(m_dark ? ThemeMode::Dark : ThemeMode::Light);
    deliver(m_services.sandbox.start(), this, [this](const Result<SandboxInfo> &sandbox) {
        if (!sandbox) {
            say(u"FAILED  the sandbox did not start: %1"_s.arg(sandbox.error().message()));
            Q_EMIT finished(false);
            return;
        }
        begin(*sandbox);
    });
}

Status TourWalk::writeKeyFile(const SandboxInfo &sandbox)
{
    const Secret key = sandbox.apiKey;
    const QJsonObject content{{u"name"_s, u"sandbox"_s},
                              {u"description"_s, u"Made by the sandbox"_s},
                              {u"createdAt"_s, m_services.clock.now().toString(u"yyyy-MM-ddTHH:mm+0000"_s)},
                              {u"apikey"_s, QString::fromLatin1(key.reveal())}};
    QFile file(m_keyFolder.filePath(u"apikey.json"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(QJsonDocument(content).toJson()) <= 0)
        return fail(ErrorKind::Disk, u"The key file of the tour could not be written."_s);
    return {};
}

void TourWalk::begin(const SandboxInfo &sandbox)
{
    if (const Status written = writeKeyFile(sandbox); !written) {
        say(u"FAILED  "_s + written.error().message());
        Q_EMIT finished(false);
        return;
    }
    m_window = std::make_unique<MainWindow>(m_services);
    m_window->show();
    m_steps = tourSteps(m_services, TourHands(*m_window), sandbox, m_keyFolder.filePath(u"apikey.json"_s));
    m_timer.setSingleShot(true);
    enter();
}

QString TourWalk::title() const
{
    return u"%1 %2  %3"_s.arg(m_step + 1, 2, 10, QLatin1Char('0'))
        .arg(m_steps[m_step].name, m_dark ? u"dark"_s : u"light"_s);
}

void TourWalk::enter()
{
    if (m_step == m_steps.size()) {
        m_window->close();
        Q_EMIT finished(true);
        return;
    }
    m_window->resize(m_steps[m_step].size);
    m_deadline.setRemainingTime(std::chrono::milliseconds(stepLimit));
    if (const QString problem = m_steps[m_step].act(); !problem.isEmpty()) {
        end(problem);
        return;
    }
    disconnect(&m_timer, nullptr, this, nullptr);
    connect(&m_timer, &QTimer::timeout, this, &TourWalk::look);
    look();
}

void TourWalk::look()
{
    if (m_steps[m_step].reached()) {
        settle();
        return;
    }
    if (m_deadline.hasExpired()) {
        end(u"the window did not get there in time"_s);
        return;
    }
    m_timer.start(lookInterval);
}

void TourWalk::settle()
{
    disconnect(&m_timer, nullptr, this, nullptr);
    connect(&m_timer, &QTimer::timeout, this, &TourWalk::takePicture);
    m_timer.start(settleTime);
}

void TourWalk::takePicture()
{
    if (!m_steps[m_step].reached()) {
        end(u"the window did not stay there"_s);
        return;
    }
    const QString name = u"%1-%2-%3.png"_s.arg(m_step + 1, 2, 10, QLatin1Char('0'))
                             .arg(m_steps[m_step].name, m_dark ? u"dark"_s : u"light"_s);
    if (!m_window->grab().save(QDir(m_folder).filePath(name))) {
        end(u"the picture could not be saved"_s);
        return;
    }
    say(u"ok  "_s + title());
    ++m_step;
    enter();
}

void TourWalk::end(const QString &problem)
{
    say(u"FAILED  %1: %2"_s.arg(title(), problem));
    // What the window looks like says more than the line.
    m_window->grab().save(QDir(m_folder).filePath(u"failed.png"_s));
    Q_EMIT finished(false);
}

} // namespace acx
