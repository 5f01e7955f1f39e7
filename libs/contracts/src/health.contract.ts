export class HealthView {
  status: 'ready';
}
