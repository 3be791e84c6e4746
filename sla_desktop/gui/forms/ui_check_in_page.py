# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'check_in_page.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QListView, QPushButton,
    QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout,
    QWidget)

from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.charts import Ring

class Ui_CheckInPage(object):
    def setupUi(self, CheckInPage):
        if not CheckInPage.objectName():
            CheckInPage.setObjectName(u"CheckInPage")
        CheckInPage.resize(1040, 640)
        self.layout_19 = QVBoxLayout(CheckInPage)
        self.layout_19.setSpacing(14)
        self.layout_19.setObjectName(u"layout_19")
        self.layout_19.setContentsMargins(28, 22, 28, 18)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(2)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.title_label = QLabel(CheckInPage)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"look", u"title")

        self.layout_1.addWidget(self.title_label)

        self.subtitle_label = QLabel(CheckInPage)
        self.subtitle_label.setObjectName(u"subtitle_label")
        self.subtitle_label.setProperty(u"look", u"muted")
        self.subtitle_label.setWordWrap(True)

        self.layout_1.addWidget(self.subtitle_label)


        self.layout_2.addLayout(self.layout_1)

        self.session_label = QLabel(CheckInPage)
        self.session_label.setObjectName(u"session_label")
        self.session_label.setProperty(u"look", u"field")

        self.layout_2.addWidget(self.session_label)

        self.session_combo = QComboBox(CheckInPage)
        self.session_combo.setObjectName(u"session_combo")
        self.session_combo.setMinimumSize(QSize(190, 0))
        self.session_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.session_combo.setMinimumContentsLength(14)

        self.layout_2.addWidget(self.session_combo)

        self.walk_in_button = QPushButton(CheckInPage)
        self.walk_in_button.setObjectName(u"walk_in_button")
        self.walk_in_button.setProperty(u"look", u"primary")
        self.walk_in_button.setProperty(u"icon_name", u"user-plus")

        self.layout_2.addWidget(self.walk_in_button)

        self.layout_2.setStretch(0, 1)

        self.layout_19.addLayout(self.layout_2)

        self.banner = Banner(CheckInPage)
        self.banner.setObjectName(u"banner")

        self.layout_19.addWidget(self.banner)

        self.card_frame = QFrame(CheckInPage)
        self.card_frame.setObjectName(u"card_frame")
        self.card_frame.setProperty(u"look", u"card")
        self.card_layout = QHBoxLayout(self.card_frame)
        self.card_layout.setSpacing(12)
        self.card_layout.setObjectName(u"card_layout")
        self.card_label = QLabel(self.card_frame)
        self.card_label.setObjectName(u"card_label")
        self.card_label.setWordWrap(True)
        self.card_label.setTextFormat(Qt.TextFormat.PlainText)

        self.card_layout.addWidget(self.card_label)

        self.answers_layout = QHBoxLayout()
        self.answers_layout.setSpacing(12)
        self.answers_layout.setObjectName(u"answers_layout")
        self.settle_button = QPushButton(self.card_frame)
        self.settle_button.setObjectName(u"settle_button")

        self.answers_layout.addWidget(self.settle_button)

        self.other_button = QPushButton(self.card_frame)
        self.other_button.setObjectName(u"other_button")

        self.answers_layout.addWidget(self.other_button)


        self.card_layout.addLayout(self.answers_layout)

        self.card_layout.setStretch(0, 1)

        self.layout_19.addWidget(self.card_frame)

        self.layout_18 = QHBoxLayout()
        self.layout_18.setSpacing(22)
        self.layout_18.setObjectName(u"layout_18")
        self.layout_18.setContentsMargins(0, 0, 0, 0)
        self.layout_12 = QVBoxLayout()
        self.layout_12.setSpacing(8)
        self.layout_12.setObjectName(u"layout_12")
        self.layout_12.setContentsMargins(0, 0, 0, 0)
        self.search_label = QLabel(CheckInPage)
        self.search_label.setObjectName(u"search_label")
        self.search_label.setProperty(u"look", u"field")

        self.layout_12.addWidget(self.search_label)

        self.layout_32 = QHBoxLayout()
        self.layout_32.setSpacing(8)
        self.layout_32.setObjectName(u"layout_32")
        self.search_edit = QLineEdit(CheckInPage)
        self.search_edit.setObjectName(u"search_edit")
        self.search_edit.setProperty(u"look", u"search")

        self.layout_32.addWidget(self.search_edit)

        self.camera_button = QPushButton(CheckInPage)
        self.camera_button.setObjectName(u"camera_button")
        self.camera_button.setProperty(u"icon_name", u"scan")
        self.camera_button.setCheckable(True)

        self.layout_32.addWidget(self.camera_button)

        self.layout_32.setStretch(0, 1)

        self.layout_12.addLayout(self.layout_32)

        self.stack = QStackedWidget(CheckInPage)
        self.stack.setObjectName(u"stack")
        self.verdict_page = QWidget()
        self.verdict_page.setObjectName(u"verdict_page")
        self.layout_5 = QVBoxLayout(self.verdict_page)
        self.layout_5.setSpacing(8)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.verdict_frame = QFrame(self.verdict_page)
        self.verdict_frame.setObjectName(u"verdict_frame")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.verdict_frame.sizePolicy().hasHeightForWidth())
        self.verdict_frame.setSizePolicy(sizePolicy)
        self.verdict_frame.setProperty(u"light", u"idle")
        self.layout_4 = QVBoxLayout(self.verdict_frame)
        self.layout_4.setSpacing(4)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(20, 20, 20, 20)
        self.spacer_20 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_4.addItem(self.spacer_20)

        self.verdict_icon = QLabel(self.verdict_frame)
        self.verdict_icon.setObjectName(u"verdict_icon")
        self.verdict_icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verdict_icon.setProperty(u"icon_size", 88)

        self.layout_4.addWidget(self.verdict_icon)

        self.word_label = QLabel(self.verdict_frame)
        self.word_label.setObjectName(u"word_label")
        self.word_label.setProperty(u"look", u"huge")
        self.word_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.word_label.setWordWrap(True)

        self.layout_4.addWidget(self.word_label)

        self.name_label = QLabel(self.verdict_frame)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"look", u"display")
        self.name_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name_label.setWordWrap(True)
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.name_label)

        self.organisation_label = QLabel(self.verdict_frame)
        self.organisation_label.setObjectName(u"organisation_label")
        self.organisation_label.setProperty(u"look", u"heading-plain")
        self.organisation_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.organisation_label.setWordWrap(True)
        self.organisation_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.organisation_label)

        self.detail_label = QLabel(self.verdict_frame)
        self.detail_label.setObjectName(u"detail_label")
        self.detail_label.setProperty(u"look", u"heading-plain")
        self.detail_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.detail_label.setWordWrap(True)
        self.detail_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.detail_label)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 8, 0, 0)
        self.spacer_21 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_21)

        self.note_button = QPushButton(self.verdict_frame)
        self.note_button.setObjectName(u"note_button")
        self.note_button.setProperty(u"icon_name", u"info-circle")
        self.note_button.setCheckable(True)

        self.layout_3.addWidget(self.note_button)

        self.override_button = QPushButton(self.verdict_frame)
        self.override_button.setObjectName(u"override_button")

        self.layout_3.addWidget(self.override_button)

        self.spacer_22 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_22)


        self.layout_4.addLayout(self.layout_3)

        self.spacer_23 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_4.addItem(self.spacer_23)


        self.layout_5.addWidget(self.verdict_frame)

        self.stack.addWidget(self.verdict_page)
        self.results_page = QWidget()
        self.results_page.setObjectName(u"results_page")
        self.layout_8 = QVBoxLayout(self.results_page)
        self.layout_8.setSpacing(8)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.results_card = QFrame(self.results_page)
        self.results_card.setObjectName(u"results_card")
        self.results_card.setProperty(u"look", u"card")
        self.layout_6 = QVBoxLayout(self.results_card)
        self.layout_6.setSpacing(8)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(2, 2, 2, 2)
        self.results_list = QListView(self.results_card)
        self.results_list.setObjectName(u"results_list")

        self.layout_6.addWidget(self.results_list)


        self.layout_8.addWidget(self.results_card)

        self.layout_7 = QHBoxLayout()
        self.layout_7.setSpacing(10)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.results_hint = QLabel(self.results_page)
        self.results_hint.setObjectName(u"results_hint")
        self.results_hint.setProperty(u"look", u"small")
        self.results_hint.setWordWrap(True)

        self.layout_7.addWidget(self.results_hint)

        self.leave_button = QPushButton(self.results_page)
        self.leave_button.setObjectName(u"leave_button")

        self.layout_7.addWidget(self.leave_button)

        self.check_in_button = QPushButton(self.results_page)
        self.check_in_button.setObjectName(u"check_in_button")
        self.check_in_button.setProperty(u"look", u"primary")
        self.check_in_button.setProperty(u"icon_name", u"user-check")

        self.layout_7.addWidget(self.check_in_button)

        self.layout_7.setStretch(0, 1)

        self.layout_8.addLayout(self.layout_7)

        self.stack.addWidget(self.results_page)
        self.nobody_page = QWidget()
        self.nobody_page.setObjectName(u"nobody_page")
        self.layout_11 = QVBoxLayout(self.nobody_page)
        self.layout_11.setSpacing(10)
        self.layout_11.setObjectName(u"layout_11")
        self.layout_11.setContentsMargins(24, 24, 24, 24)
        self.spacer_24 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_11.addItem(self.spacer_24)

        self.layout_9 = QHBoxLayout()
        self.layout_9.setSpacing(8)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 0, 0, 0)
        self.spacer_25 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_9.addItem(self.spacer_25)

        self.nobody_page_icon = QLabel(self.nobody_page)
        self.nobody_page_icon.setObjectName(u"nobody_page_icon")
        self.nobody_page_icon.setProperty(u"icon_name", u"user-search")
        self.nobody_page_icon.setProperty(u"icon_colour", u"accent")
        self.nobody_page_icon.setProperty(u"icon_size", 44)

        self.layout_9.addWidget(self.nobody_page_icon)

        self.spacer_26 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_9.addItem(self.spacer_26)


        self.layout_11.addLayout(self.layout_9)

        self.nobody_page_heading = QLabel(self.nobody_page)
        self.nobody_page_heading.setObjectName(u"nobody_page_heading")
        self.nobody_page_heading.setProperty(u"look", u"heading")
        self.nobody_page_heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nobody_page_heading.setWordWrap(True)

        self.layout_11.addWidget(self.nobody_page_heading)

        self.nobody_page_text = QLabel(self.nobody_page)
        self.nobody_page_text.setObjectName(u"nobody_page_text")
        self.nobody_page_text.setProperty(u"look", u"muted")
        self.nobody_page_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nobody_page_text.setWordWrap(True)

        self.layout_11.addWidget(self.nobody_page_text)

        self.layout_10 = QHBoxLayout()
        self.layout_10.setSpacing(10)
        self.layout_10.setObjectName(u"layout_10")
        self.layout_10.setContentsMargins(0, 8, 0, 0)
        self.spacer_27 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_10.addItem(self.spacer_27)

        self.nobody_walk_in_button = QPushButton(self.nobody_page)
        self.nobody_walk_in_button.setObjectName(u"nobody_walk_in_button")
        self.nobody_walk_in_button.setProperty(u"look", u"large")
        self.nobody_walk_in_button.setProperty(u"icon_name", u"user-plus")

        self.layout_10.addWidget(self.nobody_walk_in_button)

        self.spacer_28 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_10.addItem(self.spacer_28)


        self.layout_11.addLayout(self.layout_10)

        self.spacer_29 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_11.addItem(self.spacer_29)

        self.stack.addWidget(self.nobody_page)

        self.layout_12.addWidget(self.stack)

        self.layout_12.setStretch(2, 1)

        self.layout_18.addLayout(self.layout_12)

        self.side = QWidget(CheckInPage)
        self.side.setObjectName(u"side")
        self.layout_17 = QVBoxLayout(self.side)
        self.layout_17.setSpacing(14)
        self.layout_17.setObjectName(u"layout_17")
        self.layout_17.setContentsMargins(0, 0, 0, 0)
        self.count_card = QFrame(self.side)
        self.count_card.setObjectName(u"count_card")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.count_card.sizePolicy().hasHeightForWidth())
        self.count_card.setSizePolicy(sizePolicy1)
        self.count_card.setProperty(u"look", u"card")
        self.layout_14 = QHBoxLayout(self.count_card)
        self.layout_14.setSpacing(14)
        self.layout_14.setObjectName(u"layout_14")
        self.layout_14.setContentsMargins(14, 14, 14, 14)
        self.ring = Ring(self.count_card)
        self.ring.setObjectName(u"ring")

        self.layout_14.addWidget(self.ring)

        self.layout_13 = QVBoxLayout()
        self.layout_13.setSpacing(0)
        self.layout_13.setObjectName(u"layout_13")
        self.layout_13.setContentsMargins(0, 0, 0, 0)
        self.spacer_30 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_13.addItem(self.spacer_30)

        self.present_label = QLabel(self.count_card)
        self.present_label.setObjectName(u"present_label")
        self.present_label.setProperty(u"look", u"huge")

        self.layout_13.addWidget(self.present_label)

        self.present_words = QLabel(self.count_card)
        self.present_words.setObjectName(u"present_words")
        self.present_words.setProperty(u"look", u"muted")
        self.present_words.setWordWrap(True)

        self.layout_13.addWidget(self.present_words)

        self.spacer_31 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_13.addItem(self.spacer_31)


        self.layout_14.addLayout(self.layout_13)

        self.layout_14.setStretch(1, 1)

        self.layout_17.addWidget(self.count_card)

        self.camera_card = QFrame(self.side)
        self.camera_card.setObjectName(u"camera_card")
        self.camera_card.setProperty(u"look", u"card")
        self.layout_34 = QVBoxLayout(self.camera_card)
        self.layout_34.setObjectName(u"layout_34")
        self.camera_picture = QLabel(self.camera_card)
        self.camera_picture.setObjectName(u"camera_picture")
        self.camera_picture.setMinimumSize(QSize(0, 150))
        self.camera_picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.camera_picture.setWordWrap(True)

        self.layout_34.addWidget(self.camera_picture)


        self.layout_17.addWidget(self.camera_card)

        self.note_card = QFrame(self.side)
        self.note_card.setObjectName(u"note_card")
        self.note_card.setProperty(u"look", u"card")
        self.layout_31 = QVBoxLayout(self.note_card)
        self.layout_31.setSpacing(2)
        self.layout_31.setObjectName(u"layout_31")
        self.note_caption = QLabel(self.note_card)
        self.note_caption.setObjectName(u"note_caption")
        self.note_caption.setProperty(u"look", u"caption")

        self.layout_31.addWidget(self.note_caption)

        self.note_label = QLabel(self.note_card)
        self.note_label.setObjectName(u"note_label")
        self.note_label.setWordWrap(True)
        self.note_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_31.addWidget(self.note_label)


        self.layout_17.addWidget(self.note_card)

        self.arrivals_card = QFrame(self.side)
        self.arrivals_card.setObjectName(u"arrivals_card")
        self.arrivals_card.setProperty(u"look", u"card")
        self.layout_16 = QVBoxLayout(self.arrivals_card)
        self.layout_16.setSpacing(4)
        self.layout_16.setObjectName(u"layout_16")
        self.layout_16.setContentsMargins(14, 8, 8, 8)
        self.layout_15 = QHBoxLayout()
        self.layout_15.setSpacing(6)
        self.layout_15.setObjectName(u"layout_15")
        self.layout_15.setContentsMargins(0, 0, 0, 0)
        self.arrivals_label = QLabel(self.arrivals_card)
        self.arrivals_label.setObjectName(u"arrivals_label")
        self.arrivals_label.setProperty(u"look", u"caption")

        self.layout_15.addWidget(self.arrivals_label)

        self.spacer_32 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_15.addItem(self.spacer_32)

        self.undo_button = QPushButton(self.arrivals_card)
        self.undo_button.setObjectName(u"undo_button")
        self.undo_button.setProperty(u"look", u"quiet")
        self.undo_button.setProperty(u"icon_name", u"arrow-back-up")

        self.layout_15.addWidget(self.undo_button)


        self.layout_16.addLayout(self.layout_15)

        self.arrivals_list = QListView(self.arrivals_card)
        self.arrivals_list.setObjectName(u"arrivals_list")

        self.layout_16.addWidget(self.arrivals_list)


        self.layout_17.addWidget(self.arrivals_card)

        self.spacer_33 = QSpacerItem(10, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_17.addItem(self.spacer_33)

        self.layout_17.setStretch(3, 1)

        self.layout_18.addWidget(self.side)

        self.layout_18.setStretch(0, 1)

        self.layout_19.addLayout(self.layout_18)

        self.layout_19.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.session_label.setBuddy(self.session_combo)
        self.search_label.setBuddy(self.search_edit)
        self.arrivals_label.setBuddy(self.arrivals_list)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.search_edit, self.camera_button)
        QWidget.setTabOrder(self.camera_button, self.results_list)
        QWidget.setTabOrder(self.results_list, self.check_in_button)
        QWidget.setTabOrder(self.check_in_button, self.leave_button)
        QWidget.setTabOrder(self.leave_button, self.note_button)
        QWidget.setTabOrder(self.note_button, self.override_button)
        QWidget.setTabOrder(self.override_button, self.arrivals_list)
        QWidget.setTabOrder(self.arrivals_list, self.undo_button)
        QWidget.setTabOrder(self.undo_button, self.session_combo)
        QWidget.setTabOrder(self.session_combo, self.walk_in_button)

        self.retranslateUi(CheckInPage)

        QMetaObject.connectSlotsByName(CheckInPage)
    # setupUi

    def retranslateUi(self, CheckInPage):
        self.title_label.setText(QCoreApplication.translate("CheckInPage", u"Check-in", None))
        self.subtitle_label.setText("")
        self.session_label.setText(QCoreApplication.translate("CheckInPage", u"Sessio&n", None))
        self.walk_in_button.setText(QCoreApplication.translate("CheckInPage", u"&Walk-in", None))
#if QT_CONFIG(tooltip)
        self.walk_in_button.setToolTip(QCoreApplication.translate("CheckInPage", u"Add somebody who is not on the list (Ctrl+N)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(shortcut)
        self.walk_in_button.setShortcut(QCoreApplication.translate("CheckInPage", u"Ctrl+N", None))
#endif // QT_CONFIG(shortcut)
        self.card_label.setText("")
        self.settle_button.setText(QCoreApplication.translate("CheckInPage", u"It was one person", None))
#if QT_CONFIG(tooltip)
        self.settle_button.setToolTip(QCoreApplication.translate("CheckInPage", u"Both stay in the record (F8)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(shortcut)
        self.settle_button.setShortcut(QCoreApplication.translate("CheckInPage", u"F8", None))
#endif // QT_CONFIG(shortcut)
        self.other_button.setText(QCoreApplication.translate("CheckInPage", u"They are two people", None))
#if QT_CONFIG(tooltip)
        self.other_button.setToolTip(QCoreApplication.translate("CheckInPage", u"Nobody will ask again (Shift+F8)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(shortcut)
        self.other_button.setShortcut(QCoreApplication.translate("CheckInPage", u"Shift+F8", None))
#endif // QT_CONFIG(shortcut)
        self.search_label.setText(QCoreApplication.translate("CheckInPage", u"Name, organisation or ticket &code", None))
        self.search_edit.setPlaceholderText(QCoreApplication.translate("CheckInPage", u"Scan or type", None))
        self.camera_button.setText(QCoreApplication.translate("CheckInPage", u"Camera", None))
#if QT_CONFIG(tooltip)
        self.camera_button.setToolTip(QCoreApplication.translate("CheckInPage", u"Scan with the camera, or stop it (F4)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(shortcut)
        self.camera_button.setShortcut(QCoreApplication.translate("CheckInPage", u"F4", None))
#endif // QT_CONFIG(shortcut)
        self.verdict_icon.setText("")
        self.word_label.setText("")
        self.name_label.setText("")
        self.organisation_label.setText("")
        self.detail_label.setText("")
        self.note_button.setText(QCoreApplication.translate("CheckInPage", u"Note (F7)", None))
#if QT_CONFIG(tooltip)
        self.note_button.setToolTip(QCoreApplication.translate("CheckInPage", u"Show or hide what the desk should know about this person (F7)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(shortcut)
        self.note_button.setShortcut(QCoreApplication.translate("CheckInPage", u"F7", None))
#endif // QT_CONFIG(shortcut)
        self.override_button.setText(QCoreApplication.translate("CheckInPage", u"Let in anyway\u2026", None))
#if QT_CONFIG(accessibility)
        self.results_list.setAccessibleName(QCoreApplication.translate("CheckInPage", u"People found", None))
#endif // QT_CONFIG(accessibility)
        self.results_hint.setText(QCoreApplication.translate("CheckInPage", u"Enter checks in the highlighted person.", None))
        self.leave_button.setText(QCoreApplication.translate("CheckInPage", u"Leaving", None))
        self.check_in_button.setText(QCoreApplication.translate("CheckInPage", u"Check in", None))
        self.nobody_page_icon.setText("")
        self.nobody_page_heading.setText(QCoreApplication.translate("CheckInPage", u"Nobody found", None))
        self.nobody_page_text.setText(QCoreApplication.translate("CheckInPage", u"Try part of the name, or the organisation.", None))
        self.nobody_walk_in_button.setText(QCoreApplication.translate("CheckInPage", u"Add as a walk-in", None))
        self.present_label.setText(QCoreApplication.translate("CheckInPage", u"0", None))
        self.present_words.setText(QCoreApplication.translate("CheckInPage", u"in the room", None))
#if QT_CONFIG(accessibility)
        self.camera_picture.setAccessibleName(QCoreApplication.translate("CheckInPage", u"What the camera sees", None))
#endif // QT_CONFIG(accessibility)
        self.camera_picture.setText("")
        self.note_caption.setText(QCoreApplication.translate("CheckInPage", u"For the desk only", None))
        self.note_label.setText("")
        self.arrivals_label.setText(QCoreApplication.translate("CheckInPage", u"Latest arrivals", None))
        self.undo_button.setText(QCoreApplication.translate("CheckInPage", u"Undo last", None))
#if QT_CONFIG(tooltip)
        self.undo_button.setToolTip(QCoreApplication.translate("CheckInPage", u"Take back the last check-in made here (Ctrl+Z)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.arrivals_list.setAccessibleName(QCoreApplication.translate("CheckInPage", u"Latest arrivals", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

