export class CounsellingPersonView {
  id: string;
  name: string;
}
