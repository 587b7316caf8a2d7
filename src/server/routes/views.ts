import {Router, type Request, type Response} from 'express';
import {z} from 'zod';
import {removeView, saveView} from '../../register/saved-views.ts';
import {checkedBody} from '../link-request.ts';
import {readQuery} from '../query.ts';
import {formBody} from '../request-body.ts';
import type {RouteContext} from '../route-context.ts';
import {sameOriginOnly} from '../same-origin.ts';
import {typedLine} from '../typed-text.ts';

const formSchema = z.discriminatedUnion('task', [
  z.strictObject({
    task: z.literal('save'),
    name: typedLine(80),
    by: typedLine(100),
    query: z
      .string()
      .max(4000)
      .regex(/^[^\s#]*$/),
  }),
  z.strictObject({task: z.literal('remove'), name: typedLine(80), by: typedLine(100)}),
]);

const remedies = {
  task: 'Use the forms of the list of incidents.',
  name: 'Give the view a name of at most 80 characters on one line.',
  query: 'Use the form of the list that is to be kept.',
};

/** Keeps and removes views of the list of incidents: its forms, which lead back to the list. */
export function viewRoutes({workspace, now}: RouteContext): Router {
  const router = Router();
  router.post(
    '/incidents/views',
    sameOriginOnly,
    formBody,
    async (request: Request, response: Response) => {
      readQuery(request.originalUrl, {single: []});
      const asked = checkedBody(formSchema, request.body, remedies);
      if (asked.task === 'save') {
        const {query} = await saveView(workspace, asked, {now});
        return response.redirect(303, query === '' ? '/incidents' : `/incidents?${query}`);
      }
      await removeView(workspace, asked, {now});
      response.redirect(303, '/incidents');
    },
  );
  // Whoever loads the address of an answered form again wants the page it was on.
  router.get('/incidents/views', (_request, response) => response.redirect(302, '/incidents'));
  return router;
}
