// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/request_panel.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int automatic = -1; // data of the token choice
constexpr int none = -2;      // data of the token choice

QPlainTextEdit *makeText(const QString &name, const QString &accessibleName, const QString &placeholder,
                         QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(name);
    text->setAccessibleName(accessibleName);
    text->setPlaceholderText(placeholder);
    text->setTabChangesFocus(true);
    text->setProperty("mono", true);
    return text;
}

} // namespace

RequestPanel::RequestPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_notice(new InlineNotice(theme, u"requestNotice"_s, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(Space::L), Theme::space(Space::L), Theme::space(Space::L),
                               Theme::space(Space::L));
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(makeLabel(tr("Request"), LabelKind::Heading, this));
    layout->addLayout(buildLine());
    m_host = makeLabel({}, LabelKind::SmallMuted, this);
    m_host->setObjectName(u"requestHost"_s);
    layout->addWidget(m_host);
    m_quick = new QHBoxLayout;
    m_quick->setSpacing(Theme::space(Space::S));
    layout->addLayout(m_quick);
    layout->addWidget(buildTabs(), 1);
    buildDeleteNotice(theme);
    layout->addWidget(m_delete);
    layout->addWidget(m_notice);
    layout->addLayout(buildFoot());
    setTokenKinds({});
    setSending(false);
}

QHBoxLayout *RequestPanel::buildLine()
{
    m_method = new QComboBox(this);
    m_method->setObjectName(u"method"_s);
    m_method->setAccessibleName(tr("Method"));
    m_method->addItems({u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"HEAD"_s, u"OPTIONS"_s});
    m_target = new QLineEdit(this);
    m_target->setObjectName(u"target"_s);
    m_target->setAccessibleName(tr("Path or URL"));
    m_target->setPlaceholderText(tr("/api/orgs or a whole URL"));
    m_target->setProperty("mono", true);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space(Space::S));
    line->addWidget(m_method);
    line->addWidget(m_target, 1);
    connect(m_target, &QLineEdit::returnPressed, this, &RequestPanel::sendWanted);
    connect(m_target, &QLineEdit::textEdited, this, &RequestPanel::clearNotices);
    connect(m_method, &QComboBox::activated, this, &RequestPanel::clearNotices);
    return line;
}

QWidget *RequestPanel::buildTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"requestTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setMinimumWidth(0);
    m_headers =
        makeText(u"requestHeaders"_s, tr("Request headers"), tr("Accept-Language: en\none header a line"), m_tabs);
    m_body = makeText(u"requestBody"_s, tr("Request body"), tr("Sent as it is; JSON unless a header says otherwise"),
                      m_tabs);
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(m_body, tr("Body"));
    connect(m_headers, &QPlainTextEdit::textChanged, m_notice, &QWidget::hide);
    m_headers->installEventFilter(this);
    m_body->installEventFilter(this);
    return m_tabs;
}

bool RequestPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & Qt::ControlModifier)) {
            Q_EMIT sendWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QHBoxLayout *RequestPanel::buildFoot()
{
    m_token = new QComboBox(this);
    m_token->setObjectName(u"tokenChoice"_s);
    m_token->setAccessibleName(tr("Token"));
    m_send = makeButton(tr("Send  Ctrl+↵"), ButtonKind::Primary, this);
    m_send->setObjectName(u"send"_s);
    m_send->setAccessibleName(tr("Send"));
    m_cancel = makeButton(tr("Cancel  Esc"), ButtonKind::Normal, this);
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setAccessibleName(tr("Cancel"));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Theme::space(Space::S));
    foot->addWidget(m_token, 2);
    foot->addWidget(m_send, 3);
    foot->addWidget(m_cancel, 3);
    connect(m_send, &QPushButton::clicked, this, &RequestPanel::sendWanted);
    connect(m_cancel, &QPushButton::clicked, this, &RequestPanel::cancelWanted);
    return foot;
}

void RequestPanel::buildDeleteNotice(const Theme &theme)
{
    m_delete = new InlineNotice(theme, u"deleteNotice"_s, this);
    m_deleteName = new QLineEdit(m_delete);
    m_deleteName->setObjectName(u"deleteName"_s);
    m_deleteName->setAccessibleName(tr("Name of what is to be deleted"));
    m_delete->addContent(m_deleteName);
    QPushButton *confirm = m_delete->addButton(tr("Delete it"), ButtonKind::Danger, u"deleteConfirm"_s);
    QPushButton *keep = m_delete->addButton(tr("Do not delete"), ButtonKind::Quiet, u"deleteKeep"_s);
    confirm->setEnabled(false);
    connect(m_deleteName, &QLineEdit::textChanged, this,
            [this, confirm](const QString &typed) { confirm->setEnabled(typed == m_nameToType); });
    const auto confirmed = [this] {
        if (m_deleteName->text() != m_nameToType)
            return;
        clearNotices();
        Q_EMIT deletionConfirmed();
    };
    connect(m_deleteName, &QLineEdit::returnPressed, this, confirmed);
    connect(confirm, &QPushButton::clicked, this, confirmed);
    connect(keep, &QPushButton::clicked, this, &RequestPanel::clearNotices);
}

Result<RequestDraft> RequestPanel::draft() const
{
    RequestDraft draft;
    draft.method = m_method->currentText().toLatin1();
    draft.target = m_target->text().trimmed();
    const Result<HttpHeaders> headers = readHeaderLines(m_headers->toPlainText());
    if (!headers)
        return fail(headers.error());
    draft.headers = *headers;
    const QString body = m_body->toPlainText();
    if (!body.isEmpty())
        draft.body = body.toUtf8();
    const int choice = m_token->currentData().toInt();
    draft.withToken = choice != none;
    if (choice >= 0)
        draft.tokenKind = TokenKind(choice);
    return draft;
}

void RequestPanel::setTarget(const QByteArray &method, const QString &target)
{
    m_method->setCurrentText(QString::fromLatin1(method));
    m_target->setText(target);
    clearNotices();
}

void RequestPanel::setTokenKinds(const QList<TokenKind> &kinds)
{
    const QVariant chosen = m_token->currentData();
    m_token->clear();
    m_token->addItem(tr("Token by path"), automatic);
    for (const TokenKind kind : kinds)
        m_token->addItem(displayName(kind), int(kind));
    m_token->addItem(tr("No token"), none);
    m_token->setCurrentIndex(std::max(0, m_token->findData(chosen)));
}

void RequestPanel::setQuickStarts(const QStringList &paths)
{
    while (QLayoutItem *item = m_quick->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!paths.isEmpty())
        m_quick->addWidget(makeLabel(tr("Start with"), LabelKind::SmallMuted, this));
    for (int i = 0; i < paths.size(); ++i) {
        QPushButton *chip = makeButton("GET "_L1 + paths[i], ButtonKind::Normal, this);
        chip->setObjectName(u"quickStart%1"_s.arg(i));
        m_quick->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, path = paths[i]] {
            setTarget("GET", path);
            Q_EMIT sendWanted();
        });
    }
    m_quick->addStretch(1);
}

void RequestPanel::setHost(const QString &host)
{
    m_host->setText(host.isEmpty() ? tr("This profile has no API host; give a whole URL.") : tr("at %1").arg(host));
}

void RequestPanel::setSending(bool sending)
{
    m_send->setVisible(!sending);
    m_cancel->setVisible(sending);
}

void RequestPanel::showError(const Error &error)
{
    m_notice->tell(error);
}

void RequestPanel::clearNotices()
{
    m_notice->hide();
    m_delete->hide();
}

void RequestPanel::askBeforeDelete(const QString &name)
{
    m_nameToType = name;
    m_deleteName->clear();
    m_delete->tell(MessageKind::Warning, tr("Delete “%1”?").arg(name),
                   tr("What a DELETE removes cannot be brought back. Type the name to confirm."));
    m_deleteName->setFocus();
}

void RequestPanel::focusTarget()
{
    m_target->setFocus();
    m_target->selectAll();
}

} // namespace acx
