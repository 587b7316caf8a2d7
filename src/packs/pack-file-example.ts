/** A pack of the workspace's own with every setting: `meantime pack example` prints it. */
export const packFileExample = `# Save as packs.d/NAME.yaml in the workspace; then: meantime pack NAME
title: ERP service review
question: How does the ERP service do?   # under the title; may be left out
grain: month                             # week or month
periods: 13                              # how many periods trends show
where:                                   # which incidents it is of; "" stands for not filled
  service: [ERP Order Entry, ERP Finance]
# What it shows, in this order, by the names of the blocks of the weekly and monthly pages.
blocks: [headline, kpis, trend-sla-resolution, trend-mttr, groups, stuck, decide, notes]
key_figures: [opened, resolved, sla_resolution, mttr, backlog]   # instead of those of kpis
`;
