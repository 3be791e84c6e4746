# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'people_page.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QStackedWidget, QTableView,
    QVBoxLayout, QWidget)

from sla_desktop.gui.shared.banner import Banner

class Ui_PeoplePage(object):
    def setupUi(self, PeoplePage):
        if not PeoplePage.objectName():
            PeoplePage.setObjectName(u"PeoplePage")
        PeoplePage.resize(1040, 640)
        self.layout_9 = QVBoxLayout(PeoplePage)
        self.layout_9.setSpacing(14)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(28, 22, 28, 18)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(2)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.title_label = QLabel(PeoplePage)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"look", u"title")

        self.layout_1.addWidget(self.title_label)

        self.subtitle_label = QLabel(PeoplePage)
        self.subtitle_label.setObjectName(u"subtitle_label")
        self.subtitle_label.setProperty(u"look", u"muted")
        self.subtitle_label.setWordWrap(True)

        self.layout_1.addWidget(self.subtitle_label)


        self.layout_2.addLayout(self.layout_1)

        self.edit_button = QPushButton(PeoplePage)
        self.edit_button.setObjectName(u"edit_button")
        self.edit_button.setEnabled(False)
        self.edit_button.setProperty(u"icon_name", u"pencil")

        self.layout_2.addWidget(self.edit_button)

        self.import_button = QPushButton(PeoplePage)
        self.import_button.setObjectName(u"import_button")
        self.import_button.setProperty(u"look", u"primary")
        self.import_button.setProperty(u"icon_name", u"file-import")

        self.layout_2.addWidget(self.import_button)

        self.layout_2.setStretch(0, 1)

        self.layout_9.addLayout(self.layout_2)

        self.banner = Banner(PeoplePage)
        self.banner.setObjectName(u"banner")

        self.layout_9.addWidget(self.banner)

        self.stack = QStackedWidget(PeoplePage)
        self.stack.setObjectName(u"stack")
        self.empty_page = QWidget()
        self.empty_page.setObjectName(u"empty_page")
        self.layout_5 = QVBoxLayout(self.empty_page)
        self.layout_5.setSpacing(10)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(24, 24, 24, 24)
        self.spacer_10 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_5.addItem(self.spacer_10)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.spacer_11 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_11)

        self.empty_page_icon = QLabel(self.empty_page)
        self.empty_page_icon.setObjectName(u"empty_page_icon")
        self.empty_page_icon.setProperty(u"icon_name", u"users")
        self.empty_page_icon.setProperty(u"icon_colour", u"accent")
        self.empty_page_icon.setProperty(u"icon_size", 44)

        self.layout_3.addWidget(self.empty_page_icon)

        self.spacer_12 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_12)


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
        self.spacer_13 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.spacer_13)

        self.empty_import_button = QPushButton(self.empty_page)
        self.empty_import_button.setObjectName(u"empty_import_button")
        self.empty_import_button.setProperty(u"look", u"large")
        self.empty_import_button.setProperty(u"icon_name", u"file-import")

        self.layout_4.addWidget(self.empty_import_button)

        self.spacer_14 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.spacer_14)


        self.layout_5.addLayout(self.layout_4)

        self.spacer_15 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_5.addItem(self.spacer_15)

        self.stack.addWidget(self.empty_page)
        self.list_page = QWidget()
        self.list_page.setObjectName(u"list_page")
        self.layout_8 = QVBoxLayout(self.list_page)
        self.layout_8.setSpacing(12)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.layout_6 = QHBoxLayout()
        self.layout_6.setSpacing(8)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.find_label = QLabel(self.list_page)
        self.find_label.setObjectName(u"find_label")
        self.find_label.setProperty(u"look", u"field")

        self.layout_6.addWidget(self.find_label)

        self.find_edit = QLineEdit(self.list_page)
        self.find_edit.setObjectName(u"find_edit")
        self.find_edit.setClearButtonEnabled(False)

        self.layout_6.addWidget(self.find_edit)

        self.all_button = QPushButton(self.list_page)
        self.all_button.setObjectName(u"all_button")
        self.all_button.setProperty(u"look", u"choice")
        self.all_button.setCheckable(True)
        self.all_button.setChecked(True)
        self.all_button.setAutoExclusive(True)

        self.layout_6.addWidget(self.all_button)

        self.here_button = QPushButton(self.list_page)
        self.here_button.setObjectName(u"here_button")
        self.here_button.setProperty(u"look", u"choice")
        self.here_button.setCheckable(True)
        self.here_button.setChecked(False)
        self.here_button.setAutoExclusive(True)

        self.layout_6.addWidget(self.here_button)

        self.expected_button = QPushButton(self.list_page)
        self.expected_button.setObjectName(u"expected_button")
        self.expected_button.setProperty(u"look", u"choice")
        self.expected_button.setCheckable(True)
        self.expected_button.setChecked(False)
        self.expected_button.setAutoExclusive(True)

        self.layout_6.addWidget(self.expected_button)

        self.cancelled_button = QPushButton(self.list_page)
        self.cancelled_button.setObjectName(u"cancelled_button")
        self.cancelled_button.setProperty(u"look", u"choice")
        self.cancelled_button.setCheckable(True)
        self.cancelled_button.setChecked(False)
        self.cancelled_button.setAutoExclusive(True)

        self.layout_6.addWidget(self.cancelled_button)

        self.layout_6.setStretch(1, 1)

        self.layout_8.addLayout(self.layout_6)

        self.table_card = QFrame(self.list_page)
        self.table_card.setObjectName(u"table_card")
        self.table_card.setProperty(u"look", u"card")
        self.layout_7 = QVBoxLayout(self.table_card)
        self.layout_7.setSpacing(8)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(2, 2, 2, 2)
        self.people_table = QTableView(self.table_card)
        self.people_table.setObjectName(u"people_table")
        self.people_table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

        self.layout_7.addWidget(self.people_table)


        self.layout_8.addWidget(self.table_card)

        self.stack.addWidget(self.list_page)

        self.layout_9.addWidget(self.stack)

        self.layout_9.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.find_label.setBuddy(self.find_edit)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.find_edit, self.all_button)
        QWidget.setTabOrder(self.all_button, self.here_button)
        QWidget.setTabOrder(self.here_button, self.expected_button)
        QWidget.setTabOrder(self.expected_button, self.cancelled_button)
        QWidget.setTabOrder(self.cancelled_button, self.people_table)
        QWidget.setTabOrder(self.people_table, self.edit_button)
        QWidget.setTabOrder(self.edit_button, self.import_button)

        self.retranslateUi(PeoplePage)

        QMetaObject.connectSlotsByName(PeoplePage)
    # setupUi

    def retranslateUi(self, PeoplePage):
        self.title_label.setText(QCoreApplication.translate("PeoplePage", u"People", None))
        self.subtitle_label.setText(QCoreApplication.translate("PeoplePage", u"Nobody is registered yet", None))
        self.edit_button.setText(QCoreApplication.translate("PeoplePage", u"Edi&t", None))
#if QT_CONFIG(tooltip)
        self.edit_button.setToolTip(QCoreApplication.translate("PeoplePage", u"Correct the details of the selected person", None))
#endif // QT_CONFIG(tooltip)
        self.import_button.setText(QCoreApplication.translate("PeoplePage", u"&Import registrations", None))
        self.empty_page_icon.setText("")
        self.empty_page_heading.setText(QCoreApplication.translate("PeoplePage", u"Nobody is registered yet", None))
        self.empty_page_text.setText(QCoreApplication.translate("PeoplePage", u"Bring in the export from Eventbrite, Microsoft Forms or any spreadsheet. You see what will happen to each row before anything is saved.", None))
        self.empty_import_button.setText(QCoreApplication.translate("PeoplePage", u"Import registrations", None))
        self.find_label.setText(QCoreApplication.translate("PeoplePage", u"&Find", None))
        self.find_edit.setPlaceholderText(QCoreApplication.translate("PeoplePage", u"Name, organisation or place", None))
        self.all_button.setText(QCoreApplication.translate("PeoplePage", u"Everyone", None))
        self.here_button.setText(QCoreApplication.translate("PeoplePage", u"Here", None))
        self.expected_button.setText(QCoreApplication.translate("PeoplePage", u"Expected", None))
        self.cancelled_button.setText(QCoreApplication.translate("PeoplePage", u"Cancelled", None))
#if QT_CONFIG(accessibility)
        self.people_table.setAccessibleName(QCoreApplication.translate("PeoplePage", u"People registered for this event", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

