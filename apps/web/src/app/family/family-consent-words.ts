/** What each purpose asks, in plain words. */
export const PURPOSE_WORDS: Readonly<Record<string, string>> = {
  C08_TRACING: $localize`:@@family.askTracing:May we look for them, and in which ways? Whoever is asked on the way does not learn who wants to know.`,
  C09_DISCLOSE_REL: $localize`:@@family.askTelling:What may the other be told? Each step is a yes of its own: they may know that somebody is alive, and not where.`,
  C10_MESSAGES: $localize`:@@family.askMessages:May messages go through us? A second person looks at each before it goes; nobody changes a word of it.`,
  C11_DIRECT: $localize`:@@family.askDirect:May the two speak or meet, with one of us there? Only after a message each way.`,
  C22_RELATIVE_DATA: $localize`:@@family.askData:May we keep what they tell us about themselves, for this and for nothing else?`,
};
