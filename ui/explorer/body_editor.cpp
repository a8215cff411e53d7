// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/body_editor.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/base/visible_text.h"
#include "app/json/json_pretty.h"
#include "app/operations/schema_example.h"
#include "ui/explorer/body_editor_fields.h"
#include "ui/explorer/body_editor_findings.h"
#include "ui/explorer/body_editor_parts.h"
#include "ui/explorer/code_view.h"
#include "ui/explorer/parameter_field_line.h"
#include "ui/file_chooser.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int isFileRole = Qt::UserRole + 1;
constexpr int isTextRole = Qt::UserRole + 2; // a form that is written out

/// The text over several lines, or why it is no JSON.
Result<QByteArray> prettyJson(const QByteArray &text)
{
    const auto owner = std::make_shared<const QByteArray>(text);
    const Result<JsonIndexed> built = JsonIndex::build(*owner, owner);
    if (!built)
        return fail(built.error());
    if (!*built)
        return fail(ErrorKind::InvalidInput, BodyEditor::tr("The body is no JSON."));
    QByteArray pretty;
    const Status written = writePretty(***built, (**built)->root(), [&pretty](QByteArrayView part) -> Status {
        pretty += part;
        return {};
    });
    if (!written)
        return fail(written.error());
    return pretty;
}

} // namespace

BodyEditor::BodyEditor(const Theme &theme, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(new QStackedWidget(this))
    , m_fields(new BodyFields(theme, files, this))
    , m_parts(new BodyParts(theme, files, this))
    , m_none(makeParagraph(tr("This operation takes no body."), LabelKind::Muted, this))
    , m_findings(new BodyFindings(this))
{
    setObjectName(u"bodyEditor"_s);
    m_none->setObjectName(u"bodyNone"_s);
    m_none->setAlignment(Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space(Space::M), 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addLayout(buildBar());
    buildCode();
    m_filePage = buildFilePage(files);
    m_pages->addWidget(m_code); // in the order of Page
    m_pages->addWidget(m_fields);
    m_pages->addWidget(m_parts);
    m_pages->addWidget(m_filePage);
    m_pages->addWidget(m_none);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_findings);
    connect(m_findings, &BodyFindings::marked, m_code, &CodeView::markLines);
    connect(m_findings, &BodyFindings::placeChosen, m_code, &CodeView::goTo);
    connect(m_fields, &BodyFields::changed, this, &BodyEditor::changed);
    connect(m_fields, &BodyFields::submitted, this, &BodyEditor::submitted);
    connect(m_parts, &BodyParts::changed, this, &BodyEditor::changed);
    connect(m_parts, &BodyParts::submitted, this, &BodyEditor::submitted);
    setFocusProxy(m_pages);
    setFree();
}

QHBoxLayout *BodyEditor::buildBar()
{
    m_type = new QComboBox(this);
    m_type->setObjectName(u"bodyType"_s);
    m_type->setAccessibleName(tr("Media type of the body"));
    m_type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_type->setMinimumContentsLength(6);
    m_example = makeButton(tr("Example"), ButtonKind::Quiet, this);
    m_example->setObjectName(u"bodyExample"_s);
    m_example->setToolTip(tr("Puts an example in place of the body"));
    m_examples = new QMenu(m_example);
    m_examples->setObjectName(u"bodyExamples"_s);
    m_format = makeButton(tr("Format"), ButtonKind::Quiet, this);
    m_format->setObjectName(u"bodyFormat"_s);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(Theme::space(Space::S));
    bar->addWidget(m_type, 1);
    bar->addWidget(m_example);
    bar->addWidget(m_format);
    connect(m_type, &QComboBox::currentIndexChanged, this, [this] {
        followType();
        Q_EMIT changed();
    });
    connect(m_example, &QPushButton::clicked, this, [this] {
        if (!m_example->menu())
            insertExample();
    });
    connect(m_format, &QPushButton::clicked, this, &BodyEditor::format);
    return bar;
}

void BodyEditor::buildCode()
{
    m_code = new CodeView(m_theme, this);
    m_code->setObjectName(u"requestBody"_s);
    m_code->setAccessibleName(tr("Request body"));
    connect(m_code, &QsciScintilla::textChanged, this, &BodyEditor::textEdited);
    connect(m_code, &CodeView::submitted, this, &BodyEditor::submitted);
}

QWidget *BodyEditor::buildFilePage(FileChooser &files)
{
    auto *page = new QWidget(this);
    m_file = new ParameterLine(m_theme, u"bodyFile"_s, page);
    m_file->setAccessibleName(tr("File that is the body"));
    m_file->setPlaceholderText(tr("Path of a file"));
    QPushButton *choose = makeButton(tr("Choose…"), ButtonKind::Normal, page);
    choose->setObjectName(u"bodyFileChoose"_s);
    choose->setAccessibleName(tr("Choose the file that is the body"));
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space(Space::S));
    line->addWidget(m_file, 1);
    line->addWidget(choose);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(
        makeParagraph(tr("Sent byte for byte. It is read when the request is sent."), LabelKind::SmallMuted, page));
    layout->addStretch(1);
    connect(m_file, &QLineEdit::textChanged, this, &BodyEditor::changed);
    connect(m_file, &QLineEdit::returnPressed, this, &BodyEditor::submitted);
    connect(choose, &QPushButton::clicked, this, [this, &files] {
        files.chooseExisting(this, tr("File that is the body"), {}, [file = QPointer(m_file)](const QString &path) {
            if (file)
                file->setText(path);
        });
    });
    return page;
}

void BodyEditor::setOperationBody(const std::optional<OperationBody> &body, std::shared_ptr<const OpenApiSource> source)
{
    m_free = false;
    m_body = body;
    m_source = std::move(source);
    m_code->setPlainText({});
    m_file->clear();
    fillTypes();
}

void BodyEditor::setFree()
{
    m_free = true;
    m_body.reset();
    m_source.reset();
    fillTypes();
}

void BodyEditor::fillTypes()
{
    const QSignalBlocker quiet(m_type);
    m_type->clear();
    QStringList types;
    if (m_free)
        types = {u"application/json"_s, u"application/xml"_s,     u"application/yaml"_s,
                 u"text/plain"_s,       u"multipart/form-data"_s, u"application/x-www-form-urlencoded"_s};
    for (const BodyShape &each : m_body ? m_body->shapes : QList<BodyShape>())
        types.append(each.mediaType);
    for (const QString &type : std::as_const(types))
        m_type->addItem(withVisibleControls(type), type);
    const auto plain = std::find_if_not(types.cbegin(), types.cend(), isFormType);
    if (plain != types.cend()) {
        const bool only =
            std::count_if(types.cbegin(), types.cend(), [](const QString &t) { return !isFormType(t); }) == 1;
        m_type->addItem(tr("From a file"), only ? *plain : QString());
        m_type->setItemData(m_type->count() - 1, true, isFileRole);
    }
    m_type->setCurrentIndex(types.isEmpty() ? -1 : 0);
    followType();
}

const BodyShape *BodyEditor::shape() const
{
    if (!m_body || m_type->currentData(isFileRole).toBool())
        return nullptr;
    const int index = m_type->currentIndex();
    return index >= 0 && index < m_body->shapes.size() ? &m_body->shapes[index] : nullptr;
}

BodyEditor::Page BodyEditor::page() const
{
    if (!m_free && (!m_body || m_type->count() == 0))
        return Page::None;
    if (m_type->currentData(isFileRole).toBool())
        return Page::File;
    if (m_type->currentData(isTextRole).toBool() || !isFormType(m_type->currentData().toString()))
        return Page::Text;
    return m_free ? Page::Parts : Page::Fields;
}

void BodyEditor::followType()
{
    const Page now = page();
    const BodyShape *own = shape();
    const SourceLanguage language = sourceLanguageOf(mediaType());
    if (now == Page::Fields) {
        m_fields->setShape(*own);
    } else if (now == Page::Text) {
        m_code->setLanguage(language);
        m_code->setPlaceholderText(
            own ? tr("“Example” makes a start")
                : tr("Sent as it is; a Content-Type among the headers goes before the type above"));
    }
    m_pages->setCurrentIndex(static_cast<int>(now));
    m_pages->setFocusProxy(m_pages->currentWidget());
    m_type->setVisible(now != Page::None);
    const bool json = language == SourceLanguage::Json;
    m_format->setVisible(now == Page::Text && json);
    offerExamples(own ? own->examples : QList<NamedExample>());
    m_example->setVisible(now == Page::Text && own && (!own->example.isEmpty() || (json && !own->schema.isEmpty())));
    textEdited();
}

QString BodyEditor::mediaType() const
{
    return page() == Page::None ? QString() : m_type->currentData().toString();
}

QString BodyEditor::text() const
{
    return page() == Page::Text ? m_code->plainText() : QString();
}

QString BodyEditor::file() const
{
    return page() == Page::File ? m_file->text().trimmed() : QString();
}

QList<NamedValue> BodyEditor::values() const
{
    switch (page()) {
    case Page::Fields:
        return m_fields->values();
    case Page::Parts:
        return m_parts->values();
    default:
        return {};
    }
}

BodyContent BodyEditor::content() const
{
    BodyContent content;
    content.mediaType = mediaType();
    content.required = m_body && m_body->required;
    content.text = text();
    content.file = file();
    if (page() == Page::Parts)
        content.parts = m_parts->parts();
    if (page() == Page::Fields) {
        const QList<NamedValue> given = values();
        const Result<QList<FormPart>> parts = formParts(*shape(), given);
        if (parts)
            content.parts = *parts;
        else if (content.required || !given.isEmpty())
            content.broken = parts.error();
    }
    return content;
}

void BodyEditor::setContent(const QString &mediaType, const QString &text, const QString &file,
                            const QList<NamedValue> &values)
{
    {
        const QSignalBlocker quiet(m_type);
        const bool written = m_free && isFormType(mediaType) && !text.isEmpty();
        int index = file.isEmpty() ? m_type->findData(mediaType) : m_type->findData(true, isFileRole);
        if (m_free && !mediaType.isEmpty() && (index < 0 || written)) {
            index = 0;
            m_type->insertItem(index, mediaType, mediaType);
            m_type->setItemData(index, written, isTextRole);
        }
        m_type->setCurrentIndex(std::max(index, m_type->count() > 0 ? 0 : -1));
    }
    m_code->setPlainText(text);
    m_file->setText(file);
    followType();
    if (page() == Page::Parts)
        m_parts->setValues(values);
    else
        m_fields->setValues(values);
}

bool BodyEditor::check()
{
    const bool wanted = m_body && (m_body->required || !m_fields->values().isEmpty());
    return page() != Page::Fields || !wanted || m_fields->check();
}

void BodyEditor::offerExamples(const QList<NamedExample> &examples)
{
    m_examples->clear();
    for (const NamedExample &example : examples) {
        QString text = withVisibleControls(example.summary.isEmpty() ? example.name : example.summary);
        if (text.isEmpty())
            text = tr("Example %1").arg(m_examples->actions().size() + 1);
        QAction *action = m_examples->addAction(text.replace(u'&', "&&"_L1));
        action->setObjectName("bodyExample:"_L1 + example.name);
        connect(action, &QAction::triggered, this, [this, bytes = example.text] {
            m_code->replaceText(QString::fromUtf8(bytes));
            m_code->setFocus();
        });
    }
    m_example->setMenu(examples.isEmpty() ? nullptr : m_examples);
    m_example->setText(examples.isEmpty() ? tr("Example") : tr("Example…"));
}

void BodyEditor::insertExample()
{
    const BodyShape *own = shape();
    if (!own)
        return;
    if (!own->example.isEmpty() || !m_source) {
        m_code->replaceText(QString::fromUtf8(own->example));
        m_code->setFocus();
        return;
    }
    const quint64 generation = m_generation;
    deliver(inBackground<QByteArray>([source = m_source, schema = own->schema]() -> Result<QByteArray> {
                return exampleFor(*source, schema);
            }),
            this, [this, generation](const Result<QByteArray> &example) {
                if (!example || generation != m_generation)
                    return;
                m_code->replaceText(QString::fromUtf8(*example));
                m_code->setFocus();
            });
}

void BodyEditor::format()
{
    const quint64 generation = m_generation;
    deliver(inBackground<QByteArray>([text = m_code->plainText().toUtf8()] { return prettyJson(text); }), this,
            [this, generation](const Result<QByteArray> &pretty) {
                if (generation != m_generation)
                    return;
                if (pretty)
                    m_code->replaceText(QString::fromUtf8(*pretty));
                else
                    checkSoon();
            });
}

void BodyEditor::textEdited()
{
    ++m_generation;
    if (page() == Page::Text && m_code->length() > 0 && sourceLanguageOf(mediaType()) == SourceLanguage::Json)
        checkSoon();
    else
        m_findings->clear();
    Q_EMIT changed();
}

void BodyEditor::checkSoon()
{
    const BodyShape *own = shape();
    m_findings->checkSoon(m_source, own ? own->schema : QByteArray(), [this] { return m_code->plainText().toUtf8(); });
}

} // namespace acx
