// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/json_reading.h"

#include "app/base/deliver.h"
#include "ui/explorer/body_text.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int moment = 150;    // milliseconds
constexpr int perMille = 1000; // the progress of JsonIndex::start()

} // namespace

JsonReading::JsonReading(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, LabelKind::SmallMuted, this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(u"reading"_s);
    m_text->setObjectName(u"readingText"_s);
    m_progress->setObjectName(u"readingProgress"_s);
    m_progress->setAccessibleName(tr("Reading the answer"));
    m_progress->setRange(0, perMille);
    m_progress->setTextVisible(false);
    QPushButton *stopButton = makeButton(tr("Stop"), ButtonKind::Link, this);
    stopButton->setObjectName(u"stopReading"_s);
    stopButton->setAccessibleName(tr("Stop reading the answer"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space(Space::L), 0, Theme::space(Space::L), 0);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(m_text);
    layout->addWidget(m_progress, 1);
    layout->addWidget(stopButton);
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(moment);
    connect(&m_showSoon, &QTimer::timeout, this, &QWidget::show);
    connect(stopButton, &QPushButton::clicked, this, [this] {
        stop();
        Q_EMIT stopped();
    });
    hide();
}

JsonReading::~JsonReading()
{
    stop();
}

void JsonReading::start(const ResponseBody &body)
{
    stop();
    const Result<QByteArrayView> text = body.view();
    if (!text) {
        Q_EMIT finished(fail(text.error()));
        return;
    }
    m_text->setText(tr("Reading %1 …").arg(sizeText(body.size())));
    m_progress->setValue(0);
    m_watcher = std::make_unique<Watcher>();
    connect(m_watcher.get(), &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this, &JsonReading::onFinished);
    m_watcher->setFuture(JsonIndex::start(*text, std::make_shared<ResponseBody>(body)));
    m_showSoon.start();
}

void JsonReading::stop()
{
    m_showSoon.stop();
    hide();
    if (m_watcher) {
        m_watcher->disconnect();
        m_watcher->cancel();
        m_watcher.release()->deleteLater(); // it may be the one that is telling us
    }
}

void JsonReading::onFinished()
{
    const QFuture<Result<JsonIndexed>> done = m_watcher->future();
    stop();
    if (done.resultCount() > 0)
        Q_EMIT finished(done.resultAt(0));
    else
        Q_EMIT finished(fail(cancelledError()));
}

} // namespace acx
