// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/definition_opener.h"

#include "app/base/deliver.h"
#include "ui/explorer/definition_text.h"
#include "ui/file_chooser.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_notice.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

DefinitionOpener::DefinitionOpener(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_notice(new InlineNotice(services.theme, u"catalogNotice"_s, this))
    , m_hint(new InlineNotice(services.theme, u"catalogHint"_s, this))
    , m_open(makeButton(tr("Open an API definition…"), ButtonKind::Normal, this))
{
    m_open->setObjectName(u"openDefinition"_s);
    m_open->setAccessibleName(tr("Open an API definition"));
    m_open->setIcon(services.theme.icon(u"plus"_s, Colour::Text));
    connect(&services.theme, &Theme::changed, m_open,
            [this] { m_open->setIcon(m_services.theme.icon(u"plus"_s, Colour::Text)); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_notice);
    layout->addWidget(m_hint);
    layout->addWidget(buildUrlLine());
    layout->addWidget(buildProgress());
    layout->addWidget(m_open);
    buildMenu();
    buildNotice();
}

DefinitionOpener::~DefinitionOpener()
{
    if (m_cancel)
        m_cancel->cancel();
}

void DefinitionOpener::buildMenu()
{
    auto *menu = new QMenu(m_open);
    QAction *file = menu->addAction(tr("From a file…"), this, [this] {
        m_services.files.chooseExisting(this, tr("Open an API definition"),
                                        tr("API definitions (*.json *.yaml *.yml);;All files (*)"),
                                        [this](const QString &path) { openFile(path); });
    });
    QAction *url = menu->addAction(tr("From a URL…"), this, [this] {
        m_urlField->setError({});
        m_urlLine->show();
        m_url->setFocus();
    });
    QAction *clipboard = menu->addAction(tr("From the clipboard"), this,
                                         [this] { openText(QGuiApplication::clipboard()->text().toUtf8()); });
    file->setObjectName(u"openFile"_s);
    url->setObjectName(u"openUrl"_s);
    clipboard->setObjectName(u"openClipboard"_s);
    m_open->setMenu(menu);
}

QWidget *DefinitionOpener::buildUrlLine()
{
    m_urlLine = new QWidget(this);
    m_url = new QLineEdit(m_urlLine);
    m_url->setObjectName(u"definitionUrl"_s);
    m_url->setPlaceholderText(u"https://"_s);
    m_urlField = new FormField(tr("URL of the definition"), m_url, m_urlLine);
    QPushButton *open = makeButton(tr("Open"), ButtonKind::Primary, m_urlLine);
    open->setObjectName(u"definitionUrlOpen"_s);
    QPushButton *leave = makeButton(tr("Cancel"), ButtonKind::Quiet, m_urlLine);
    leave->setObjectName(u"definitionUrlCancel"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(open);
    buttons->addWidget(leave);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(m_urlLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_urlField);
    layout->addLayout(buttons);
    connect(open, &QPushButton::clicked, this, &DefinitionOpener::takeUrl);
    connect(m_url, &QLineEdit::returnPressed, this, &DefinitionOpener::takeUrl);
    connect(leave, &QPushButton::clicked, m_urlLine, &QWidget::hide);
    m_urlLine->hide();
    return m_urlLine;
}

QWidget *DefinitionOpener::buildProgress()
{
    m_progress = new QWidget(this);
    m_bar = new QProgressBar(m_progress);
    m_bar->setObjectName(u"catalogProgress"_s);
    m_bar->setAccessibleName(tr("Opening an API definition"));
    m_bar->setTextVisible(false);
    m_progressText = makeLabel({}, LabelKind::SmallMuted, m_progress);
    m_progressText->setObjectName(u"catalogProgressText"_s);
    QPushButton *stop = makeButton(tr("Cancel"), ButtonKind::Quiet, m_progress);
    stop->setObjectName(u"catalogCancel"_s);
    auto *line = new QHBoxLayout;
    line->addWidget(m_progressText, 1);
    line->addWidget(stop);
    auto *layout = new QVBoxLayout(m_progress);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::Xs));
    layout->addWidget(m_bar);
    layout->addLayout(line);
    connect(stop, &QPushButton::clicked, this, &DefinitionOpener::cancel);
    m_progress->hide();
    return m_progress;
}

void DefinitionOpener::buildNotice()
{
    QPushButton *close = m_notice->addButton(tr("Close"), ButtonKind::Quiet, u"catalogNoticeClose"_s);
    connect(close, &QPushButton::clicked, m_notice, &QWidget::hide);
    QPushButton *details = m_hint->addButton(tr("Give it"), ButtonKind::Normal, u"catalogHintOpen"_s);
    QPushButton *later = m_hint->addButton(tr("Later"), ButtonKind::Quiet, u"catalogHintClose"_s);
    connect(later, &QPushButton::clicked, m_hint, &QWidget::hide);
    connect(details, &QPushButton::clicked, this, [this] {
        m_hint->hide();
        Q_EMIT detailsWanted(m_hintId);
    });
}

void DefinitionOpener::showHint(const QString &id, const QString &title, const QString &text)
{
    m_hintId = id;
    m_hint->tell(MessageKind::Info, breakable(title), text);
}

void DefinitionOpener::showError(const Error &error)
{
    Error shown = error;
    shown.sentence = breakable(error.sentence);
    shown.nextStep = breakable(error.nextStep);
    m_notice->tell(shown);
}

OpenOptions DefinitionOpener::begin()
{
    if (m_cancel)
        m_cancel->cancel();
    m_cancel.emplace();
    ++m_generation;
    m_notice->hide();
    m_hint->hide();
    OpenOptions options;
    options.cancel = m_cancel->token();
    options.progress = [self = QPointer(this), generation = m_generation](const DefinitionProgress &progress) {
        if (self && self->m_generation == generation)
            self->showProgress(progress);
    };
    m_bar->setRange(0, 0);
    m_progressText->setText(tr("Opening…"));
    m_progress->show();
    return options;
}

void DefinitionOpener::await(const QFuture<Result<QString>> &future)
{
    deliver(future, this, [this, generation = m_generation](const Result<QString> &id) {
        if (generation != m_generation)
            return;
        m_cancel.reset();
        m_progress->hide();
        if (id) {
            m_urlLine->hide();
            m_url->clear();
            Q_EMIT opened(*id);
        } else if (id.error().kind != ErrorKind::Cancelled) {
            showError(id.error());
        }
    });
}

void DefinitionOpener::showProgress(const DefinitionProgress &progress)
{
    constexpr int whole = 1000; // of the bar
    const QString received = QLocale().formattedDataSize(progress.received);
    if (progress.isReading) {
        m_bar->setRange(0, 0);
        m_progressText->setText(tr("Reading the definition…"));
    } else if (progress.expected > 0) {
        m_bar->setRange(0, whole);
        m_bar->setValue(static_cast<int>(progress.received * whole / progress.expected));
        m_progressText->setText(tr("%1 of %2").arg(received, QLocale().formattedDataSize(progress.expected)));
    } else {
        m_progressText->setText(received);
    }
}

void DefinitionOpener::cancel()
{
    if (!m_cancel)
        return;
    // Free at once; whatever still comes is an older generation.
    ++m_generation;
    CancelSource source = *std::exchange(m_cancel, std::nullopt);
    source.cancel();
    m_progress->hide();
}

void DefinitionOpener::takeUrl()
{
    QString typed = m_url->text().trimmed();
    if (!typed.contains("://"_L1))
        typed.prepend("https://"_L1);
    const QUrl url(typed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)) {
        m_urlField->setError(tr("This is no URL of a document. Write it as https://host/path."));
        return;
    }
    m_urlField->setError({});
    openUrl(url);
}

void DefinitionOpener::openFile(const QString &path)
{
    const OpenOptions options = begin();
    await(m_services.definitions.openFile(path, options));
}

void DefinitionOpener::openUrl(const QUrl &url)
{
    const OpenOptions options = begin();
    await(m_services.definitions.openUrl(url, options));
}

void DefinitionOpener::openText(const QByteArray &text)
{
    if (text.trimmed().isEmpty()) {
        m_notice->tell(MessageKind::Info, tr("The clipboard holds no text."),
                       tr("Copy the text of an OpenAPI or Swagger document first."));
        return;
    }
    const OpenOptions options = begin();
    await(m_services.definitions.openText(text, options));
}

void DefinitionOpener::openAnswer(const ResponseBody &body, const AnswerSource &source)
{
    const OpenOptions options = begin();
    await(m_services.definitions.openAnswer(body, source, options));
}

} // namespace acx
