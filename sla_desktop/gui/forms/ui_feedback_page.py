# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'feedback_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QLabel, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.charts import IntervalBar

class Ui_FeedbackPage(object):
    def setupUi(self, FeedbackPage):
        if not FeedbackPage.objectName():
            FeedbackPage.setObjectName(u"FeedbackPage")
        FeedbackPage.resize(1040, 640)
        self.layout_13 = QVBoxLayout(FeedbackPage)
        self.layout_13.setSpacing(14)
        self.layout_13.setObjectName(u"layout_13")
        self.layout_13.setContentsMargins(28, 22, 28, 0)
        self.layout_head = QVBoxLayout()
        self.layout_head.setSpacing(2)
        self.layout_head.setObjectName(u"layout_head")
        self.layout_head.setContentsMargins(0, 0, 0, 0)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(2)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.title_label = QLabel(FeedbackPage)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"look", u"title")

        self.layout_1.addWidget(self.title_label)


        self.layout_2.addLayout(self.layout_1)

        self.work_button = QPushButton(FeedbackPage)
        self.work_button.setObjectName(u"work_button")

        self.layout_2.addWidget(self.work_button)

        self.form_button = QPushButton(FeedbackPage)
        self.form_button.setObjectName(u"form_button")
        self.form_button.setProperty(u"icon_name", u"file-text")

        self.layout_2.addWidget(self.form_button)

        self.phones_button = QPushButton(FeedbackPage)
        self.phones_button.setObjectName(u"phones_button")
        self.phones_button.setProperty(u"icon_name", u"device-tablet")

        self.layout_2.addWidget(self.phones_button)

        self.kiosk_button = QPushButton(FeedbackPage)
        self.kiosk_button.setObjectName(u"kiosk_button")
        self.kiosk_button.setProperty(u"look", u"primary")
        self.kiosk_button.setProperty(u"icon_name", u"device-tablet")

        self.layout_2.addWidget(self.kiosk_button)

        self.layout_2.setStretch(0, 1)

        self.layout_head.addLayout(self.layout_2)

        self.subtitle_label = QLabel(FeedbackPage)
        self.subtitle_label.setObjectName(u"subtitle_label")
        self.subtitle_label.setProperty(u"look", u"muted")
        self.subtitle_label.setWordWrap(True)

        self.layout_head.addWidget(self.subtitle_label)


        self.layout_13.addLayout(self.layout_head)

        self.banner = Banner(FeedbackPage)
        self.banner.setObjectName(u"banner")

        self.layout_13.addWidget(self.banner)

        self.stack = QStackedWidget(FeedbackPage)
        self.stack.setObjectName(u"stack")
        self.empty_page = QWidget()
        self.empty_page.setObjectName(u"empty_page")
        self.layout_5 = QVBoxLayout(self.empty_page)
        self.layout_5.setSpacing(10)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(24, 24, 24, 24)
        self.spacer_14 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_5.addItem(self.spacer_14)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.spacer_15 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_15)

        self.empty_page_icon = QLabel(self.empty_page)
        self.empty_page_icon.setObjectName(u"empty_page_icon")
        self.empty_page_icon.setProperty(u"icon_name", u"message-circle")
        self.empty_page_icon.setProperty(u"icon_colour", u"accent")
        self.empty_page_icon.setProperty(u"icon_size", 44)

        self.layout_3.addWidget(self.empty_page_icon)

        self.spacer_16 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_16)


        self.layout_5.addLayout(self.layout_3)

        self.empty_page_heading = QLabel(self.empty_page)
        self.empty_page_heading.setObjectName(u"empty_page_heading")
        self.empty_page_heading.setProperty(u"look", u"heading")
        self.empty_page_heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_page_heading.setWordWrap(True)

        self.layout_5.addWidget(self.empty_page_heading)

        self.empty_page_text = QLabel(self.empty_page)
        self.empty_page_text.setObjectName(u"empty_page_text")
        self.empty_page_text.setProperty(u"look", u"muted")
        self.empty_page_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_page_text.setWordWrap(True)

        self.layout_5.addWidget(self.empty_page_text)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(10)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 8, 0, 0)
        self.spacer_17 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.spacer_17)

        self.empty_kiosk_button = QPushButton(self.empty_page)
        self.empty_kiosk_button.setObjectName(u"empty_kiosk_button")
        self.empty_kiosk_button.setProperty(u"look", u"large")
        self.empty_kiosk_button.setProperty(u"icon_name", u"device-tablet")

        self.layout_4.addWidget(self.empty_kiosk_button)

        self.spacer_18 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.spacer_18)


        self.layout_5.addLayout(self.layout_4)

        self.spacer_19 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_5.addItem(self.spacer_19)

        self.stack.addWidget(self.empty_page)
        self.results_page = QScrollArea()
        self.results_page.setObjectName(u"results_page")
        self.results_page.setWidgetResizable(True)
        self.results_page.setFrameShape(QFrame.Shape.NoFrame)
        self.results_page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results_page_body = QWidget()
        self.results_page_body.setObjectName(u"results_page_body")
        self.results_page_body.setGeometry(QRect(0, 0, 800, 560))
        self.results_page_body.setProperty(u"look", u"clear")
        self.layout_12 = QVBoxLayout(self.results_page_body)
        self.layout_12.setSpacing(14)
        self.layout_12.setObjectName(u"layout_12")
        self.layout_12.setContentsMargins(0, 0, 0, 0)
        self.measures_layout = QHBoxLayout()
        self.measures_layout.setSpacing(14)
        self.measures_layout.setObjectName(u"measures_layout")
        self.measures_layout.setContentsMargins(0, 0, 0, 0)
        self.responses_card = QFrame(self.results_page_body)
        self.responses_card.setObjectName(u"responses_card")
        self.responses_card.setProperty(u"look", u"card")
        self.layout_6 = QVBoxLayout(self.responses_card)
        self.layout_6.setSpacing(6)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(16, 16, 16, 16)
        self.responses_label = QLabel(self.responses_card)
        self.responses_label.setObjectName(u"responses_label")
        self.responses_label.setProperty(u"look", u"caption")

        self.layout_6.addWidget(self.responses_label)

        self.responses_figure = QLabel(self.responses_card)
        self.responses_figure.setObjectName(u"responses_figure")
        self.responses_figure.setProperty(u"look", u"figure")

        self.layout_6.addWidget(self.responses_figure)

        self.responses_bar = IntervalBar(self.responses_card)
        self.responses_bar.setObjectName(u"responses_bar")

        self.layout_6.addWidget(self.responses_bar)

        self.responses_words = QLabel(self.responses_card)
        self.responses_words.setObjectName(u"responses_words")
        self.responses_words.setProperty(u"look", u"small")
        self.responses_words.setWordWrap(True)

        self.layout_6.addWidget(self.responses_words)

        self.spacer_20 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_6.addItem(self.spacer_20)


        self.measures_layout.addWidget(self.responses_card)

        self.first_card = QFrame(self.results_page_body)
        self.first_card.setObjectName(u"first_card")
        self.first_card.setProperty(u"look", u"card")
        self.layout_7 = QVBoxLayout(self.first_card)
        self.layout_7.setSpacing(6)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(16, 16, 16, 16)
        self.first_label = QLabel(self.first_card)
        self.first_label.setObjectName(u"first_label")
        self.first_label.setProperty(u"look", u"caption")
        self.first_label.setWordWrap(True)
        self.first_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_7.addWidget(self.first_label)

        self.first_figure = QLabel(self.first_card)
        self.first_figure.setObjectName(u"first_figure")
        self.first_figure.setProperty(u"look", u"figure")

        self.layout_7.addWidget(self.first_figure)

        self.first_bar = IntervalBar(self.first_card)
        self.first_bar.setObjectName(u"first_bar")

        self.layout_7.addWidget(self.first_bar)

        self.first_words = QLabel(self.first_card)
        self.first_words.setObjectName(u"first_words")
        self.first_words.setProperty(u"look", u"small")
        self.first_words.setWordWrap(True)
        self.first_words.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_7.addWidget(self.first_words)

        self.spacer_21 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_7.addItem(self.spacer_21)


        self.measures_layout.addWidget(self.first_card)

        self.second_card = QFrame(self.results_page_body)
        self.second_card.setObjectName(u"second_card")
        self.second_card.setProperty(u"look", u"card")
        self.layout_8 = QVBoxLayout(self.second_card)
        self.layout_8.setSpacing(6)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(16, 16, 16, 16)
        self.second_label = QLabel(self.second_card)
        self.second_label.setObjectName(u"second_label")
        self.second_label.setProperty(u"look", u"caption")
        self.second_label.setWordWrap(True)
        self.second_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_8.addWidget(self.second_label)

        self.second_figure = QLabel(self.second_card)
        self.second_figure.setObjectName(u"second_figure")
        self.second_figure.setProperty(u"look", u"figure")

        self.layout_8.addWidget(self.second_figure)

        self.second_bar = IntervalBar(self.second_card)
        self.second_bar.setObjectName(u"second_bar")

        self.layout_8.addWidget(self.second_bar)

        self.second_words = QLabel(self.second_card)
        self.second_words.setObjectName(u"second_words")
        self.second_words.setProperty(u"look", u"small")
        self.second_words.setWordWrap(True)
        self.second_words.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_8.addWidget(self.second_words)

        self.spacer_22 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_8.addItem(self.spacer_22)


        self.measures_layout.addWidget(self.second_card)

        self.both_card = QFrame(self.results_page_body)
        self.both_card.setObjectName(u"both_card")
        self.both_card.setProperty(u"look", u"card")
        self.layout_9 = QVBoxLayout(self.both_card)
        self.layout_9.setSpacing(6)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(16, 16, 16, 16)
        self.both_label = QLabel(self.both_card)
        self.both_label.setObjectName(u"both_label")
        self.both_label.setProperty(u"look", u"caption")
        self.both_label.setWordWrap(True)
        self.both_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_9.addWidget(self.both_label)

        self.both_figure = QLabel(self.both_card)
        self.both_figure.setObjectName(u"both_figure")
        self.both_figure.setProperty(u"look", u"figure")

        self.layout_9.addWidget(self.both_figure)

        self.both_bar = IntervalBar(self.both_card)
        self.both_bar.setObjectName(u"both_bar")

        self.layout_9.addWidget(self.both_bar)

        self.both_words = QLabel(self.both_card)
        self.both_words.setObjectName(u"both_words")
        self.both_words.setProperty(u"look", u"small")
        self.both_words.setWordWrap(True)
        self.both_words.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_9.addWidget(self.both_words)

        self.spacer_23 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_9.addItem(self.spacer_23)


        self.measures_layout.addWidget(self.both_card)

        self.measures_layout.setStretch(0, 1)
        self.measures_layout.setStretch(1, 1)
        self.measures_layout.setStretch(2, 1)
        self.measures_layout.setStretch(3, 1)

        self.layout_12.addLayout(self.measures_layout)

        self.before_now_card = QFrame(self.results_page_body)
        self.before_now_card.setObjectName(u"before_now_card")
        self.before_now_card.setProperty(u"look", u"card")
        self.layout_10 = QVBoxLayout(self.before_now_card)
        self.layout_10.setSpacing(8)
        self.layout_10.setObjectName(u"layout_10")
        self.layout_10.setContentsMargins(16, 16, 16, 16)
        self.before_now_label = QLabel(self.before_now_card)
        self.before_now_label.setObjectName(u"before_now_label")
        self.before_now_label.setProperty(u"look", u"caption")

        self.layout_10.addWidget(self.before_now_label)

        self.before_now_words = QLabel(self.before_now_card)
        self.before_now_words.setObjectName(u"before_now_words")
        self.before_now_words.setProperty(u"look", u"small")
        self.before_now_words.setWordWrap(True)

        self.layout_10.addWidget(self.before_now_words)

        self.before_now_box = QWidget(self.before_now_card)
        self.before_now_box.setObjectName(u"before_now_box")
        self.before_now_grid = QGridLayout(self.before_now_box)
        self.before_now_grid.setObjectName(u"before_now_grid")
        self.before_now_grid.setHorizontalSpacing(18)
        self.before_now_grid.setVerticalSpacing(6)
        self.before_now_grid.setContentsMargins(0, 0, 0, 0)
        self.before_now_grid.setColumnStretch(0, 3)
        self.before_now_grid.setColumnStretch(1, 5)
        self.before_now_grid.setColumnStretch(2, 3)

        self.layout_10.addWidget(self.before_now_box)


        self.layout_12.addWidget(self.before_now_card)

        self.counts_card = QFrame(self.results_page_body)
        self.counts_card.setObjectName(u"counts_card")
        self.counts_card.setProperty(u"look", u"card")
        self.layout_21 = QVBoxLayout(self.counts_card)
        self.layout_21.setSpacing(10)
        self.layout_21.setObjectName(u"layout_21")
        self.layout_21.setContentsMargins(16, 16, 16, 16)
        self.counts_label = QLabel(self.counts_card)
        self.counts_label.setObjectName(u"counts_label")
        self.counts_label.setProperty(u"look", u"caption")

        self.layout_21.addWidget(self.counts_label)

        self.counts_box = QWidget(self.counts_card)
        self.counts_box.setObjectName(u"counts_box")
        self.counts_layout = QVBoxLayout(self.counts_box)
        self.counts_layout.setSpacing(6)
        self.counts_layout.setObjectName(u"counts_layout")
        self.counts_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_21.addWidget(self.counts_box)


        self.layout_12.addWidget(self.counts_card)

        self.texts_card = QFrame(self.results_page_body)
        self.texts_card.setObjectName(u"texts_card")
        self.texts_card.setProperty(u"look", u"card")
        self.layout_11 = QVBoxLayout(self.texts_card)
        self.layout_11.setSpacing(10)
        self.layout_11.setObjectName(u"layout_11")
        self.layout_11.setContentsMargins(16, 16, 16, 16)
        self.texts_label = QLabel(self.texts_card)
        self.texts_label.setObjectName(u"texts_label")
        self.texts_label.setProperty(u"look", u"caption")

        self.layout_11.addWidget(self.texts_label)

        self.texts_box = QWidget(self.texts_card)
        self.texts_box.setObjectName(u"texts_box")
        self.texts_layout = QVBoxLayout(self.texts_box)
        self.texts_layout.setSpacing(14)
        self.texts_layout.setObjectName(u"texts_layout")
        self.texts_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_11.addWidget(self.texts_box)


        self.layout_12.addWidget(self.texts_card)

        self.spacer_24 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_12.addItem(self.spacer_24)

        self.results_page.setWidget(self.results_page_body)
        self.stack.addWidget(self.results_page)

        self.layout_13.addWidget(self.stack)

        self.layout_13.setStretch(2, 1)
        QWidget.setTabOrder(self.kiosk_button, self.empty_kiosk_button)

        self.retranslateUi(FeedbackPage)

        QMetaObject.connectSlotsByName(FeedbackPage)
    # setupUi

    def retranslateUi(self, FeedbackPage):
        self.title_label.setText(QCoreApplication.translate("FeedbackPage", u"Feedback", None))
        self.work_button.setText(QCoreApplication.translate("FeedbackPage", u"&More", None))
#if QT_CONFIG(tooltip)
        self.work_button.setToolTip(QCoreApplication.translate("FeedbackPage", u"What the tables made, and themes of what people wrote", None))
#endif // QT_CONFIG(tooltip)
        self.form_button.setText(QCoreApplication.translate("FeedbackPage", u"&Questionnaire", None))
        self.phones_button.setText(QCoreApplication.translate("FeedbackPage", u"By p&hone", None))
        self.kiosk_button.setText(QCoreApplication.translate("FeedbackPage", u"&Start kiosk", None))
        self.subtitle_label.setText(QCoreApplication.translate("FeedbackPage", u"Anonymous: no name, no time, and small groups stay hidden", None))
        self.empty_page_icon.setText("")
        self.empty_page_heading.setText(QCoreApplication.translate("FeedbackPage", u"Looking\u2026", None))
        self.empty_page_text.setText(QCoreApplication.translate("FeedbackPage", u"Start the kiosk on a laptop by the door. Each person answers one question at a time; nothing of them stays on the screen.", None))
        self.empty_kiosk_button.setText(QCoreApplication.translate("FeedbackPage", u"Start kiosk", None))
        self.responses_label.setText(QCoreApplication.translate("FeedbackPage", u"Responses", None))
        self.responses_figure.setText("")
        self.responses_words.setText("")
        self.first_label.setText("")
        self.first_figure.setText("")
        self.first_words.setText("")
        self.second_label.setText("")
        self.second_figure.setText("")
        self.second_words.setText("")
        self.both_label.setText("")
        self.both_figure.setText("")
        self.both_words.setText("")
        self.before_now_label.setText(QCoreApplication.translate("FeedbackPage", u"Before and now", None))
        self.before_now_words.setText("")
        self.counts_label.setText(QCoreApplication.translate("FeedbackPage", u"Every question", None))
        self.texts_label.setText(QCoreApplication.translate("FeedbackPage", u"In their own words", None))
        pass
    # retranslateUi

