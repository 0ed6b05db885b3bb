# Evidence: what is read of it here, what is cited, why some can't be read.

evidence-too-large-file = This evidence is over { $limit } MiB.
evidence-too-large-unpacked = Unpacked, this evidence is over { $limit } MiB; reading stopped there.
evidence-too-large-pixels = This picture is over { $limit } million pixels.
evidence-encrypted = This evidence is protected by a password. Your usual program will ask for it.
evidence-malformed = This evidence is not a readable { $format } file: it is damaged or incomplete.
evidence-no-text = This evidence holds no text: a picture or a scanned document, most likely.
evidence-unsupported = The format “{ $kind }” is not read here.
evidence-cancelled = Reading stopped. Come back to the evidence to read it again.
evidence-hostile-entities = This evidence declares XML entities, which an ordinary document does not. It was not read. Open it elsewhere only if you know where it comes from.
evidence-hostile-endless = This evidence is made so that reading it never ends. It was not read. Open it elsewhere only if you know where it comes from.
evidence-hostile-crash = Reading this evidence failed in a way that an ordinary document does not cause. Open it elsewhere only if you know where it comes from.
evidence-slow = Reading this file took more than { $seconds } s and was stopped there.

evidence-outside = { $key } opens it in your usual program.
evidence-page = p. { $n }/{ $all }
evidence-progress = Page { $done } of { $all }. Esc stops.
evidence-slow-now = This is a large file. Esc stops.
evidence-no-pages = This evidence has no pages to read here.
evidence-no-more-pages = There is no other page on that side.
evidence-no-faces = Only pages of a PDF are seen as pictures.
evidence-no-pictures = This terminal shows no pictures: they need colours.
evidence-ask-words = Find in this evidence
evidence-not-found = “{ $words }” is not in this evidence.
evidence-nothing-sought = { $key } looks for words in the evidence.

evidence-choosing = Passage to cite
evidence-nothing-to-cite = There is no text to cite here. Open evidence that can be read.
evidence-cite-later = The evidence is still being read. Cite once it is here.
evidence-cited = Citation kept on criterion { $code } ({ $all ->
    [one] one in all
   *[other] { $all } in all
}). { $key } shows it.
evidence-cited-already = This passage is cited on this criterion already.
evidence-cited-enough = { $most } citations are enough for a criterion. Take one away first.
evidence-no-citations = No citation on this criterion. { $key } chooses a passage of the evidence.
evidence-citation = Citation { $n }/{ $all }: { $place }. { $key } takes it away.
evidence-cites = { $name }
evidence-cites-page = { $name }, p. { $page }
evidence-citation-first = { $key } goes to the citation to take away first.
evidence-citation-dropped = Citation taken away. { $key } brings it back.
evidence-passage-gone = The cited passage is not found word for word in this evidence, as it is read here.
evidence-nobody-cites = Nobody cites a passage on this criterion.
evidence-back-to-committee = Citation { $n }/{ $all }: { $place }. { $key } goes back to the committee.
evidence-citations = { $n ->
    [one] 1 citation
   *[other] { $n } citations
}
evidence-cites-passage = ❝ “{ $excerpt }” ({ $place })
evidence-cites-whole = ❝ { $place }

desk-help-passage = Keys of the passage to cite

action-next-page = Read the next page of the evidence
desk-hint-next-page = page
action-previous-page = Read the page before
desk-hint-previous-page = prev. page
action-find-in-piece = Find words in the evidence
desk-hint-find-in-piece = find here
action-next-words = Go to the next place of the words
desk-hint-next-words = places
action-previous-words = Go to the place of the words before
desk-hint-previous-words = prev. place
action-picture = See the page as a picture, or as text
desk-hint-picture = picture
action-enlarge = Read the evidence large, or not
desk-hint-enlarge = large
action-cite = Cite a passage of the evidence
desk-hint-cite = cite
action-next-citation = Go back to the cited passage, then to the next
desk-hint-next-citation = citations
action-drop-citation = Take away the citation one is at
desk-hint-drop-citation = drop cit.

action-cite-this = Keep the chosen passage with the score
desk-hint-cite-this = cite
action-sentence-before = Choose the sentence before
desk-hint-sentence-before = prev. sentence
action-sentence-after = Choose the next sentence
desk-hint-sentence-after = sentence
action-word-less = Move the passage's end back by a word
desk-hint-word-less = word
action-word-more = Move the passage's end on by a word
desk-hint-word-more = word
action-sentence-less = Leave the last sentence out
desk-hint-sentence-less = less
action-sentence-more = Take one more sentence
desk-hint-sentence-more = more
action-other-end = Move the other end of the passage
desk-hint-other-end = other end
